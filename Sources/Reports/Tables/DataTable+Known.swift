import CSV
import Exactness
import JSON
import Metrics
import Scenarios
import Text

extension DataTable {
  /// The columns of values that can be known without trials.
  static let knownColumns = Metric.exact.flatMap { metric in
    MetricColumn.known(of: metric).map(\.name)
      + (metric.definition.hasWorst ? [MetricColumn.kind(of: metric)] : [])
  }

  /// The fields of a row in these columns; empty where a value is not known.
  static func knownFields(of analysis: ExactAnalysis) -> [String] {
    Metric.exact.flatMap { metric in
      let worst = analysis.worst(of: metric)
      return MetricColumn.known(of: metric).map { column in
        switch column.value {
        case .estimate: ""
        case .exact: analysis.value(of: metric)?.shortest ?? ""
        case .worst: worst?.value.shortest ?? ""
        case .worstCounted: analysis.worstCounted(of: metric)?.value.shortest ?? ""
        case .causal: analysis.causal(of: metric)?.value.shortest ?? ""
        }
      } + (metric.definition.hasWorst ? [worst?.kind.rawValue ?? ""] : [])
    }
  }

  /// The known values of a metric in a row as members of an object, null where they are not known.
  func knownMembers(of metric: Metric, inRow row: Int) -> [(key: String, value: JSONValue)] {
    guard Metric.exact.contains(metric) else { return [] }
    let numbers = MetricColumn.known(of: metric).map { column in
      (key: column.value.rawValue, value: number(column.name, inRow: row))
    }
    guard let kind = field(MetricColumn.kind(of: metric), inRow: row) else { return numbers }
    return numbers + [(MetricColumn.kindKey, kind.isEmpty ? .null : .string(kind))]
  }

  private func number(_ name: String, inRow row: Int) -> JSONValue {
    field(name, inRow: row).flatMap(Double.init).map { JSONValue($0) } ?? .null
  }
}
