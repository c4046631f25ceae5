import CSV
import JSON

extension Summary {
  /// The cells as objects, for other programs: rates with their limits and the values known without
  /// trials, null for undefined and unknown ones, and the results of detectors.
  public var json: JSONValue {
    .array(
      table.rows.indices.map { cell in
        let blocs = blocs.map { [(key: "blocs", value: $0.json(ofCell: cell))] } ?? []
        return .object(JSONObject(table.members(ofRow: cell) + blocs))
      })
  }
}
