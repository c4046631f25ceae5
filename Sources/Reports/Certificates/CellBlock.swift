import JSON
import Scenarios
import Text

/// Cells of a sweep: all combinations of some values of each axis.
struct CellBlock {
  /// The indices of the values of each axis, in order.
  private(set) var values: [[Int]]
  /// The number of the first cell.
  let first: Int

  /// The number of cells.
  var cellCount: Int { values.reduce(1) { $0 * $1.count } }

  /// The cells with some numbers, in few blocks, in the order of their first cells.
  ///
  /// Numbers are from 1 and ascend; the last axis turns fastest.
  ///
  /// - Complexity: about O(*n*) in the number of cells, times the number of axes.
  static func blocks(of cells: [Int], on axes: [SweepAxis]) -> [CellBlock] {
    var blocks = cells.map { number in
      var rest = number - 1
      var values: [[Int]] = []
      for axis in axes.reversed() {
        values.append([rest % axis.values.count])
        rest /= axis.values.count
      }
      return CellBlock(values: values.reversed(), first: number)
    }
    var count = 0
    repeat {
      count = blocks.count
      for axis in axes.indices.reversed() { blocks = joined(blocks, along: axis) }
    } while blocks.count < count
    return blocks
  }

  /// The same cells, with blocks that differ in one axis only as one.
  private static func joined(_ blocks: [CellBlock], along axis: Int) -> [CellBlock] {
    var places: [[[Int]]: Int] = [:]
    var joined: [CellBlock] = []
    for block in blocks {
      var others = block.values
      others.remove(at: axis)
      if let place = places[others] {
        joined[place].values[axis] += block.values[axis]
      } else {
        places[others] = joined.count
        joined.append(block)
      }
    }
    for place in joined.indices { joined[place].values[axis].sort() }
    return joined
  }
}

extension SweepAxis {
  /// Some of the values for people, told by their indices: `any`, ranges and single values, or the
  /// few that are not among them.
  func words(_ indices: [Int]) -> String {
    if indices.count == values.count && indices.count > 1 { return "any" }
    let missing = values.indices.filter { !indices.contains($0) }
    return !isAscending && missing.count < indices.count
      ? "all but \(listed(missing))" : listed(indices)
  }

  /// Some of the values as the only ones there are: `any of 0 to 5`.
  func sentence(_ indices: [Int]) -> String {
    indices.count == values.count && indices.count > 1
      ? "any of \(listed(indices))" : listed(indices)
  }

  private func listed(_ indices: [Int]) -> String {
    let all = texts
    return (isAscending ? runs(indices, all) : indices.map { all[$0] }).joined(separator: ", ")
  }

  /// The values for people: numbers are rounded where they still differ.
  private var texts: [String] {
    let whole = values.map(\.shownText)
    guard let numbers else { return whole }
    let brief = numbers.map(\.brief)
    return Set(brief).count == brief.count ? brief : whole
  }

  /// The values if all are numbers.
  private var numbers: [Double]? {
    let numbers = values.compactMap { value -> Double? in
      guard case .number(let number) = value else { return nil }
      return number.doubleValue
    }
    return numbers.count == values.count ? numbers : nil
  }

  private var isAscending: Bool {
    numbers.map { zip($0, $0.dropFirst()).allSatisfy(<) } ?? false
  }

  /// The values, with neighbours as ranges.
  private func runs(_ indices: [Int], _ all: [String]) -> [String] {
    indices.runs.flatMap { run in
      run.count < 3
        ? run.map { all[$0] } : ["\(all[run.lowerBound]) to \(all[run.upperBound])"]
    }
  }
}
