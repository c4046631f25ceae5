import JSON
import Scenarios

/// Which cells of two scenarios have the same values on the same axes, cells counted from 0.
public struct CellMatch: Sendable {
  /// The cells of both, in the order of the base's.
  public let pairs: [(base: Int, new: Int)]
  /// The cells of the base that the new one lacks.
  public let onlyBase: [Int]
  /// The cells of the new one that the base lacks.
  public let onlyNew: [Int]

  /// Matches the cells of two scenarios.
  public init(base: ScenarioFile, new: ScenarioFile) {
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

  /// The axes and their values, whatever their order.
  private static func key(of cell: ScenarioCell) -> String {
    let members = cell.axes.map { (key: $0.axis, value: $0.value) }
    return JSONValue.object(JSONObject(JSONObject(members).sortedMembers)).text()
  }
}
