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
            "worst_counted": Self.value(line.worstCounted?.value),
            "causal": Self.value(line.causal?.value),
            "gap_of_strategy": Self.value(line.gapOfStrategy),
            "gap_of_foresight": Self.value(line.gapOfForesight),
          ]
          return (line.metric.rawValue, members)
        }
        return [
          "scenario": .string(file.name), "cell": JSONValue(index + 1),
          "axes": file.cells[index].axes.json, "metrics": .object(JSONObject(metrics)),
          "not_exact_because": Self.texts(analyses[index].obstacles),
          "no_worst_case_because": Self.texts(analyses[index].worstObstacles),
          "worst_is_bound_because": Self.texts(analyses[index].shortfalls),
          "no_causal_because": Self.texts(analyses[index].causalObstacles),
          "strategy_mistakes": .object(
            JSONObject(
              analyses[index].mistakes.map { metric, mistake in
                (key: metric.rawValue, value: mistake.json)
              })),
        ]
      })
  }

  private static func value(_ number: Double?) -> JSONValue {
    number.map { JSONValue($0) } ?? .null
  }

  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The report as a table with a row for each cell, with empty fields for unknown values.
  public var table: DataTable {
    let causal = Metric.exact.filter(\.definition.isAimedAt)
    return DataTable(
      header: ["scenario", "cell"] + file.axes.map(\.name) + DataTable.knownColumns
        + causal.flatMap { metric in
          ["causal", "gap_of_strategy", "gap_of_foresight"].map { "\(metric.rawValue)_\($0)" }
        }
        + [
          "not_exact_because", "no_worst_case_because", "worst_is_bound_because",
          "no_causal_because",
        ],
      rows: analyses.indices.map { index in
        [file.name, String(index + 1)] + file.cells[index].axes.map(\.value.plainText)
          + DataTable.knownFields(of: analyses[index])
          + lines(ofCell: index).filter { causal.contains($0.metric) }.flatMap { line in
            [line.causal?.value, line.gapOfStrategy, line.gapOfForesight].map {
              $0?.shortest ?? ""
            }
          }
          + [
            analyses[index].obstacles, analyses[index].worstObstacles, analyses[index].shortfalls,
            analyses[index].causalObstacles,
          ].map { $0.joined(separator: "; ") }
      })
  }
}
