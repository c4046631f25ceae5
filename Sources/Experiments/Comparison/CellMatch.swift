import JSON
import Scenarios

/// Which cells of two scenarios have the same values on the same axes, counted from 0.
package struct CellMatch: Sendable {
  /// The matching cells, in the order of the base.
  package let pairs: [(base: Int, new: Int)]
  /// The cells that are only in the base.
  package let onlyBase: [Int]
  /// The cells that are only in the new scenario.
  package let onlyNew: [Int]

  /// Matches cells by the values on their axes.
  package init(base: ScenarioFile, new: ScenarioFile) {
    // order-free: the dictionary is only asked.
    let places = Dictionary(
      new.cells.enumerated().map { (Self.key(of: $1), $0) }, uniquingKeysWith: min)
    let partners = base.cells.map { places[Self.key(of: $0)] }
    pairs = partners.indices.compactMap { cell in
      partners[cell].map { (base: cell, new: $0) }
    }
    onlyBase = partners.indices.filter { partners[$0] == nil }
    var isMatched = Array(repeating: false, count: new.cells.count)
    for pair in pairs { isMatched[pair.new] = true }
    onlyNew = isMatched.indices.filter { !isMatched[$0] }
  }

  /// The axes and their values, independent of their order.
  private static func key(of cell: ScenarioCell) -> String {
    let members = cell.axes.map { (key: $0.axis, value: $0.value) }
    return JSONValue.object(JSONObject(JSONObject(members).sortedMembers)).text()
  }
}
