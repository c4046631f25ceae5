import CSV
import Exactness
import Experiments
import JSON

extension Summary {
  /// The cells as objects, for other programs to read: rates with their limits, nulls where nothing
  /// is defined, what is known besides, and what the detectors are worth.
  ///
  /// - Parameter known: What is known besides.
  public func json(knowing known: AnalyticValues) -> JSONValue {
    .array(
      table.rows.indices.map { cell in
        let members = table.members(ofRow: cell) { metric, estimate in
          let values = known.value(of: metric, inCell: cell, estimate: estimate)
          return (values.exact.map { [("exact", JSONValue($0))] } ?? [])
            + (values.worst.map { [("worst", JSONValue($0))] } ?? [])
        }
        let blocs = blocs.map { [(key: "blocs", value: $0.json(ofCell: cell))] } ?? []
        return .object(JSONObject(members + blocs))
      })
  }
}
