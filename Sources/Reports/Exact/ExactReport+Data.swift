import CSV
import Exactness
import Experiments
import JSON
import Metrics
import Scenarios
import Text

extension ExactReport {
  /// The report for other programs: an object for each cell, with null for unknown values.
  public var json: JSONValue {
    .array(
      analyses.indices.map { index in
        let metrics = lines(ofCell: index).map { line -> (key: String, value: JSONValue) in
          let members: JSONValue = [
            "exact": Self.value(line.exact), "worst": Self.value(line.worst?.value),
            MetricColumn.kindKey: line.worst.map { .string($0.kind.rawValue) } ?? .null,
            "worst_counted": Self.value(line.worstCounted?.value), "gap": Self.value(line.gap),
          ]
          return (line.metric.rawValue, members)
        }
        return [
          "scenario": .string(file.name), "cell": JSONValue(index + 1),
          "axes": file.cells[index].axes.json, "metrics": .object(JSONObject(metrics)),
          "not_exact_because": Self.texts(analyses[index].obstacles),
          "no_worst_case_because": Self.texts(analyses[index].worstObstacles),
          "worst_is_bound_because": Self.texts(analyses[index].shortfalls),
        ]
      })
  }

  private static func value(_ number: Double?) -> JSONValue {
    number.map { JSONValue($0) } ?? .null
  }

  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The report as a table with a row for each cell, with empty fields for unknown values.
  public var table: DataTable {
    DataTable(
      header: ["scenario", "cell"] + file.axes.map(\.name) + DataTable.knownColumns
        + Metric.exact.map { "\($0.rawValue)_gap" }
        + ["not_exact_because", "no_worst_case_because", "worst_is_bound_because"],
      rows: analyses.indices.map { index in
        [file.name, String(index + 1)] + file.cells[index].axes.map(\.value.plainText)
          + DataTable.knownFields(of: analyses[index])
          + lines(ofCell: index).map { $0.gap?.shortest ?? "" }
          + [
            analyses[index].obstacles, analyses[index].worstObstacles, analyses[index].shortfalls,
          ].map { $0.joined(separator: "; ") }
      })
  }
}
