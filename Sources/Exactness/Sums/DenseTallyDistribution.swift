import Agents

/// The probability of each possible tally, a pair of whole numbers, in one block of memory.
struct DenseTallyDistribution: TallyDistribution {
  private let tally: AdditiveTally
  /// The least possible y, and the number of entries in a row.
  private let origin: Int
  private let width: Int
  /// The rows, one for each x.
  private var cells: [Double]
  /// The range of each row with probabilities above 0; empty if there are none.
  private var ranges: [Range<Int>]

  /// The largest number of entries of a table.
  static let cellsMax = 60_000_000

  /// How many additions take as long as a decision on one sum.
  private static let additionsPerDecision = 16.0

  /// The table without votes, with entries for the voters of some groups.
  ///
  /// - Parameter effort: the limit on the work to fill the table and decide on its sums, once for
  ///   each number of voters who may wait.
  init(_ tally: AdditiveTally, for groups: [StochasticGroup], _ effort: ExactEffort)
    throws(ExactProblem)
  {
    var (rows, low, high) = (1, 0, 0)
    var isTooLarge = false
    for (index, group) in groups.enumerated() {
      let steps = [tally.approvals[index], tally.rejections[index]]
      rows += group.count * (steps.map(\.x).max() ?? 0)
      low += group.count * min(0, steps.map(\.y).min() ?? 0)
      high += group.count * max(0, steps.map(\.y).max() ?? 0)
      isTooLarge = isTooLarge || rows > Self.cellsMax || high - low > Self.cellsMax
    }
    let size = Double(rows) * Double(high - low + 1)
    if isTooLarge || size > Double(Self.cellsMax) { throw .tooManySums }

    // If nobody is silent, only one row is used at a time, and on average half of it; otherwise a
    // third of all rows.
    let isAnyoneSilent = groups.contains { $0.components.contains { $0.chances.silent > 0 } }
    let placesUsed = isAnyoneSilent && rows > 1 ? size / 3 : size / Double(2 * rows)
    let tables = groups.filter(\.mayWait).map { Double($0.components.count) }
    let additions = tables.dropLast().reduce(Double(groups.reduce(0) { $0 + $1.count }), *)
    let decisions = tables.reduce(1, *)
    let work = placesUsed * (additions + Self.additionsPerDecision * decisions)
    if work > effort.additionsMax { throw .tooManySums }

    self.tally = tally
    origin = low
    width = high - low + 1
    cells = Array(repeating: 0, count: rows * width)
    ranges = Array(repeating: 0..<0, count: rows)
    cells[-low] = 1
    ranges[0] = -low..<(1 - low)
  }

  mutating func add(_ voters: Int, of group: Int, _ chances: VoteChances) {
    let steps = (tally.approvals[group], tally.rejections[group])
    precondition(steps.0.x == steps.1.x, "all votes of a voter move the same number of rows")
    for _ in 0..<voters {
      // From the last row to the first, so that each row is read before it changes.
      for row in ranges.indices.reversed() where !ranges[row].isEmpty {
        trim(row)
        let old = ranges[row]
        // If votes stay in their row, they are read from a copy of it.
        let copy = steps.0.x == 0 ? Array(cells[row * width..<(row + 1) * width]) : nil
        if copy != nil { keep(chances.silent, row) }
        move(old, of: row, copy, by: steps.0, chances.approve)
        move(old, of: row, copy, by: steps.1, chances.reject)
        if copy == nil { keep(chances.silent, row) }
      }
    }
  }

  /// Removes entries at the ends of a row that are practically 0.
  ///
  /// Processors are a hundred times slower below the normal range of numbers, so the table stops
  /// before it. All removed entries together are less than 10^-270.
  private mutating func trim(_ row: Int) {
    var range = ranges[row]
    while let place = range.first, cells[row * width + place] < Self.negligible {
      cells[row * width + place] = 0
      range.removeFirst()
    }
    while let place = range.last, cells[row * width + place] < Self.negligible {
      cells[row * width + place] = 0
      range.removeLast()
    }
    ranges[row] = range
  }

  private static let negligible = 1e-285

  /// Leaves in a row the share of voters who are silent.
  private mutating func keep(_ chance: Double, _ row: Int) {
    if chance == 1 { return }
    let range = ranges[row]
    cells.withUnsafeMutableBufferPointer { cells in
      let places = UnsafeMutableBufferPointer(
        rebasing: cells[row * width + range.lowerBound..<row * width + range.upperBound])
      for place in places.indices { places[place] *= chance }
    }
    if chance == 0 { ranges[row] = 0..<0 }
  }

  /// Adds to another row the contribution of a vote from a range of a row, or from a copy of it.
  private mutating func move(
    _ range: Range<Int>, of row: Int, _ copy: [Double]?, by step: AdditiveTally.Step,
    _ chance: Double
  ) {
    if chance == 0 || range.isEmpty { return }
    let target = row + step.x
    let start = target * width + step.y + range.lowerBound
    cells.withUnsafeMutableBufferPointer { cells in
      // The ends of a buffer are checked once, so its indices need not be.
      let targets = UnsafeMutableBufferPointer(rebasing: cells[start..<start + range.count])
      if let copy {
        copy.withUnsafeBufferPointer { copy in
          accumulate(chance, times: UnsafeBufferPointer(rebasing: copy[range]), to: targets)
        }
      } else {
        let first = row * width + range.lowerBound
        let sources = UnsafeBufferPointer(rebasing: cells[first..<first + range.count])
        accumulate(chance, times: sources, to: targets)
      }
    }
    let moved = range.lowerBound + step.y..<range.upperBound + step.y
    ranges[target] = ranges[target].union(moved)
  }

  mutating func scale(by probability: Double) {
    for row in ranges.indices {
      for place in ranges[row] { cells[row * width + place] *= probability }
    }
  }

  mutating func merge(_ other: DenseTallyDistribution) {
    for row in ranges.indices where !other.ranges[row].isEmpty {
      for place in other.ranges[row] {
        cells[row * width + place] += other.cells[row * width + place]
      }
      ranges[row] = ranges[row].union(other.ranges[row])
    }
  }

  func forEachSum(_ body: (AdditiveTally.Point, Double) -> Void) {
    for row in ranges.indices {
      for place in ranges[row] where cells[row * width + place] > 0 {
        body(AdditiveTally.Point(x: row, y: place + origin), cells[row * width + place])
      }
    }
  }

  func sum(
    _ sum: AdditiveTally.Point, adding voters: Int, of group: Int, approving: Bool
  ) -> AdditiveTally.Point {
    let step = approving ? tally.approvals[group] : tally.rejections[group]
    return AdditiveTally.Point(x: sum.x + voters * step.x, y: sum.y + voters * step.y)
  }
}

/// Adds a multiple of each number to another; the hot loop of all exact probabilities.
private func accumulate(
  _ factor: Double, times sources: UnsafeBufferPointer<Double>,
  to targets: UnsafeMutableBufferPointer<Double>
) {
  for place in sources.indices { targets[place] += factor * sources[place] }
}

extension Range<Int> {
  /// The smallest range that includes both.
  fileprivate func union(_ other: Range<Int>) -> Range<Int> {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
