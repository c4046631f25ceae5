import CSV
import Experiments
import JSON
import Metrics
import Scenarios
import Statistics
import Text

extension DataTable {
  /// The values of a metric for people, for each row; dashes for undefined ones.
  func estimates(of metric: Metric) -> [(value: String, interval: String)] {
    let values = column(metric.rawValue) ?? []
    let lows = column(metric.rawValue + "_low")
    let highs = column(metric.rawValue + "_high")
    return values.indices.map { row in
      guard let lows, let highs else {
        return (values[row].isEmpty ? "-" : (Int(values[row]) ?? 0).grouped, "")
      }
      // A row with a lower limit and without a value is infinite.
      guard !values[row].isEmpty || !lows[row].isEmpty else { return ("-", "") }
      func brief(_ text: String) -> String { text.isEmpty ? "∞" : Double(text)?.brief ?? "-" }
      return (brief(values[row]), "[\(brief(lows[row])), \(brief(highs[row]))]")
    }
  }

  /// The metrics that are defined in some row.
  func measured(_ metrics: [Metric]) -> [Metric] {
    metrics.filter { metric in estimates(of: metric).contains { $0.value != "-" } }
  }

  /// The columns of an estimate.
  static func columns(of metric: Metric) -> [String] {
    metric.isCount ? [metric.rawValue] : ["", "_low", "_high"].map { metric.rawValue + $0 }
  }

  /// A row as the members of an object, for other programs: estimates with their limits and what is
  /// known of them without trials, null for undefined values.
  func members(ofRow index: Int) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    var fields = Array(zip(header, rows[index])).filter { !Self.knownColumns.contains($0.0) }[...]
    while let (name, text) = fields.popFirst() {
      let value = Self.value(text)
      // The limits of an estimate come right after it.
      if fields.first?.0 == name + "_low", let low = fields.popFirst()?.1,
        let high = fields.popFirst()?.1
      {
        let estimate =
          [
            (key: "value", value: value), (key: "low", value: Self.value(low)),
            (key: "high", value: Self.value(high)),
          ] + (Metric(rawValue: name).map { knownMembers(of: $0, inRow: index) } ?? [])
        let isDefined = value != .null || !low.isEmpty
        members.append((name, isDefined ? .object(JSONObject(estimate)) : .null))
      } else {
        members.append((name, value))
      }
    }
    return members
  }

  /// The number in a text; nil if there is none.
  private static func value(_ text: String) -> JSONValue {
    if text.isEmpty { return .null }
    if let document = try? JSONDocument(parsing: text), case .number = document.root.content {
      return document.root.value
    }
    return .string(text)
  }
}

extension Measurement {
  /// The fields of a metric in a row: the value and, unless it is a count, its limits.
  func fields(of metric: Metric) -> [String] {
    switch self {
    case .estimate(let estimate):
      [estimate.value.shortest, estimate.low.shortest, estimate.high.shortest]
    case .count(let count): [String(count)]
    case .undefined: DataTable.columns(of: metric).map { _ in "" }
    }
  }
}

extension ScenarioFile {
  /// The axes with a column of their own in a table, because they are not columns already.
  func axes(besides columns: [String]) -> [Int] {
    axes.indices.filter { !columns.contains(axes[$0].name) }
  }
}
