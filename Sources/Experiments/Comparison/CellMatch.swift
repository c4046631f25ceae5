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
  ///
  /// - Parameter changes: What makes the sides differ on purpose. An axis that has its only value
  ///   from there says nothing about which cells belong together, so a cell may have several
  ///   partners on the other side.
  package init(base: ScenarioFile, new: ScenarioFile, apartFrom changes: [ScenarioOverride] = []) {
    func key(of cell: ScenarioCell) -> String {
      Self.key(of: cell.axes.filter { axis in !changes.contains { $0.fixes(axis.axis) } })
    }
    // order-free: the dictionary is only asked.
    let places = Dictionary(grouping: new.cells.indices) { key(of: new.cells[$0]) }
    let partners = base.cells.map { places[key(of: $0)] ?? [] }
    pairs = partners.indices.flatMap { cell in
      partners[cell].map { (base: cell, new: $0) }
    }
    onlyBase = partners.indices.filter { partners[$0].isEmpty }
    var isMatched = Array(repeating: false, count: new.cells.count)
    for pair in pairs { isMatched[pair.new] = true }
    onlyNew = isMatched.indices.filter { !isMatched[$0] }
  }

  /// The axes and their values, independent of their order.
  private static func key(of axes: [AxisValue]) -> String {
    let members = axes.map { (key: $0.axis, value: $0.value) }
    return JSONValue.object(JSONObject(JSONObject(members).sortedMembers)).text()
  }
}
