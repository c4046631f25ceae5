import CSV
import Exactness
import Experiments
import JSON

extension Summary {
  /// The cells as objects, for other programs: rates with their limits, null for undefined values,
  /// known values, and the results of detectors.
  ///
  /// - Parameter known: The values known without simulation.
  public func json(knowing known: AnalyticValues) -> JSONValue {
    .array(
      table.rows.indices.map { cell in
        let members = table.members(ofRow: cell) { metric, estimate in
          let values = known.value(of: metric, inCell: cell, estimate: estimate)
          return (values.exact.map { [("exact", JSONValue($0))] } ?? [])
            + (values.worst.map {
              [("worst", JSONValue($0.value)), ("worst_is", .string($0.kind.rawValue))]
            } ?? [])
        }
        let blocs = blocs.map { [(key: "blocs", value: $0.json(ofCell: cell))] } ?? []
        return .object(JSONObject(members + blocs))
      })
  }
}
