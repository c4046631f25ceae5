import Consensus

/// How likely each pair of whole numbers is that votes add up to, in one block of memory.
struct LatticeTable: VoteTable {
  private var lens: LatticeLens
  /// The least y there can be, and the number of places in a row.
  private let origin: Int
  private let width: Int
  /// The rows, one for each x.
  private var cells: [Double]
  /// Where each row begins and ends with something possible; empty where nothing is.
  private var ranges: [Range<Int>]

  /// The most places that a table may have.
  static let cellsMax = 60_000_000
  /// The most additions to places while a table is filled.
  static let workMax = 6e9

  /// The table for no votes, with room for voters of some groups.
  init(_ lens: LatticeLens, counts: [Int]) throws(ExactProblem) {
    var (rows, low, high) = (1, 0, 0)
    var isTooLarge = false
    for (group, count) in counts.enumerated() {
      let steps = [lens.approvals[group], lens.rejections[group]]
      rows += count * (steps.map(\.x).max() ?? 0)
      low += count * min(0, steps.map(\.y).min() ?? 0)
      high += count * max(0, steps.map(\.y).max() ?? 0)
      isTooLarge = isTooLarge || rows > Self.cellsMax || high - low > Self.cellsMax
    }
    let voters = counts.reduce(0, +)
    let size = Double(rows) * Double(high - low + 1)
    // In the mean over the voters a third of the places is in use, or half of a single row.
    let work = size * Double(voters) / (rows == 1 ? 2 : 3)
    if isTooLarge || size > Double(Self.cellsMax) || work > Self.workMax { throw .tooManySums }
    self.lens = lens
    origin = low
    width = high - low + 1
    cells = Array(repeating: 0, count: rows * width)
    ranges = Array(repeating: 0..<0, count: rows)
    cells[-low] = 1
    ranges[0] = -low..<(1 - low)
  }

  /// The same probabilities, decided upon by another lens; nil where it adds up something else.
  func seen(through lens: LatticeLens) -> LatticeTable? {
    guard lens.hasSameSteps(as: self.lens) else { return nil }
    var copy = self
    copy.lens = lens
    return copy
  }

  mutating func add(_ voters: Int, of group: Int, _ chances: VoteChances) {
    let approval = lens.approvals[group]
    let rejection = lens.rejections[group]
    precondition(approval.x == rejection.x, "votes of one voter move as many rows")
    var source: [Double] = Array(repeating: 0, count: width)
    for _ in 0..<voters {
      // From the last row to the first, so that each row is read before it changes.
      for row in ranges.indices.reversed() where !ranges[row].isEmpty {
        let old = ranges[row]
        for place in old { source[place] = cells[row * width + place] }
        keep(chances.silent, row, old)
        move(source, old, by: approval, chances.approve, from: row)
        move(source, old, by: rejection, chances.reject, from: row)
      }
    }
  }

  /// Leaves in a row what those make of it who are silent.
  private mutating func keep(_ chance: Double, _ row: Int, _ range: Range<Int>) {
    if chance == 1 { return }
    for place in range { cells[row * width + place] *= chance }
    if chance == 0 { ranges[row] = 0..<0 }
  }

  /// Adds to another row what a vote makes of the old content of one.
  private mutating func move(
    _ source: [Double], _ range: Range<Int>, by step: LatticeLens.Step, _ chance: Double,
    from row: Int
  ) {
    if chance == 0 { return }
    let target = row + step.x
    let offset = target * width + step.y
    cells.withUnsafeMutableBufferPointer { cells in
      source.withUnsafeBufferPointer { source in
        for place in range { cells[offset + place] += chance * source[place] }
      }
    }
    let moved = range.lowerBound + step.y..<range.upperBound + step.y
    let old = ranges[target]
    ranges[target] =
      old.isEmpty
      ? moved
      : min(old.lowerBound, moved.lowerBound)..<max(old.upperBound, moved.upperBound)
  }

  mutating func scale(by probability: Double) {
    for row in ranges.indices {
      for place in ranges[row] { cells[row * width + place] *= probability }
    }
  }

  mutating func merge(_ other: LatticeTable) {
    for row in ranges.indices where !other.ranges[row].isEmpty {
      for place in other.ranges[row] {
        cells[row * width + place] += other.cells[row * width + place]
      }
      let (mine, theirs) = (ranges[row], other.ranges[row])
      ranges[row] =
        mine.isEmpty
        ? theirs
        : min(mine.lowerBound, theirs.lowerBound)..<max(mine.upperBound, theirs.upperBound)
    }
  }

  func forEach(_ body: (LatticeLens.Point, Double) -> Void) {
    for row in ranges.indices {
      for place in ranges[row] where cells[row * width + place] > 0 {
        body(LatticeLens.Point(x: row, y: place + origin), cells[row * width + place])
      }
    }
  }

  func sum(
    _ sum: LatticeLens.Point, adding voters: Int, of group: Int, approving: Bool
  ) -> LatticeLens.Point {
    let step = approving ? lens.approvals[group] : lens.rejections[group]
    return LatticeLens.Point(x: sum.x + voters * step.x, y: sum.y + voters * step.y)
  }

  func decision(of sum: LatticeLens.Point, critical: Bool) -> Decision {
    lens.decide(sum, critical)
  }
}
