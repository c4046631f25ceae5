import CSV
import Consensus
import JSON
import Metrics
import Scenarios
import Text
import Tuning

extension TuneReport {
  /// Whether the search of a scenario says how much each field matters.
  package static func tellsSensitivity(of file: ScenarioFile) -> Bool {
    file.tuneCases.contains { $0.request.tellsSensitivity == true }
  }

  /// `sensitivity.csv`: a row for each metric and searched field; nil if nobody asks.
  public var sensitivity: DataTable? {
    guard Self.tellsSensitivity(of: file) else { return nil }
    return DataTable(
      header: keyHeader + ["metric", "field", "alone", "total", "shapley"],
      rows: cells.flatMap { cell in
        (cell.sensitivity?.rows ?? []).map { keys(of: cell) + $0 }
      })
  }
}

extension Sensitivity {
  fileprivate var rows: [[String]] {
    values.flatMap { value in
      fields.indices.map { place in
        let share = value.share(ofField: place)
        return [value.name, fields[place].key]
          + [share?.alone, share?.total, share?.shapley].map { $0?.shortest ?? "" }
      }
    }
  }

  /// What is known of each value: how it is spread, and the shares of each field or why there are none.
  var json: JSONValue {
    .object(
      JSONObject(
        values.map { value in
          let known = try? value.shares.get()
          return (
            key: value.name,
            value: [
              "mean": known.map { JSONValue($0.mean) } ?? .null,
              "deviation": known.map { JSONValue($0.variance.squareRoot()) } ?? .null,
              "fields": known?.shares == nil
                ? .null
                : .object(
                  JSONObject(
                    fields.indices.map { place in
                      (key: fields[place].key, value: value.share(ofField: place)?.json ?? .null)
                    })),
              "reason": value.reason.map { .string($0) } ?? .null,
            ]
          )
        }))
  }

  /// The shares in the worst of a metric, largest first; or why there are none.
  func text(of metric: Metric, as layout: TextLayout) -> String {
    guard let value = values.first(where: { $0.metric == metric && !$0.isInPeace }) else {
      return ""
    }
    let question = "How much each field matters to \(metric.rawValue) at worst"
    if let reason = value.reason {
      return layout.lines(
        "\(question) cannot be said: \(reason).", indent: 0, continuationIndent: 2)
    }
    let shares = fields.indices.compactMap { place in
      value.share(ofField: place).map { (field: fields[place].key, share: $0) }
    }
    let order = shares.indices.sorted { one, other in
      let (first, second) = (shares[one].share.shapley, shares[other].share.shapley)
      return first == second ? one < other : first > second
    }
    // What matters to nothing is told in one line.
    let (some, none) = (
      order.map { shares[$0] }.filter { $0.share.total > 0 },
      order.map { shares[$0] }.filter { $0.share.total == 0 }
    )
    let table = TextTable(
      keys: [
        TextTable.Column(title: "field", cells: some.map(\.field), isNumeric: false)
      ],
      columns: [
        ("alone", { $0.alone }), ("total", { $0.total }), ("Shapley effect", { $0.shapley }),
      ].map { (title: String, part: (VarianceShares.Share) -> Double) in
        TextTable.Column(title: title, cells: some.map { part($0.share).percentText })
      }
    ).text(columns: layout.columns)
    let rest =
      none.isEmpty
      ? ""
      : layout.lines(
        "\(none.map(\.field).joined(separator: ", ")): \(0.0.percentText)", indent: 2,
        continuationIndent: 4)
    return layout.lines(
      "\(question), if all values are equally likely:", indent: 0, continuationIndent: 2)
      + table + rest
  }
}

extension Sensitivity.Value {
  /// The name of the value, as that of its column in tune.csv.
  fileprivate var name: String { (isInPeace ? "peace_" : "") + metric.rawValue }

  /// The shares of a field, by its place; nil if nobody knows.
  fileprivate func share(ofField place: Int) -> VarianceShares.Share? {
    (try? shares.get())?.shares?[place]
  }

  /// Why there are no shares; nil if there are.
  fileprivate var reason: String? {
    switch shares {
    case .success(let known): known.shares == nil ? "it is the same everywhere" : nil
    case .failure(.notExact(let count)):
      "it is not exactly known for \(count.counting("configuration"))"
    case .failure(.undefined(let count)):
      "there is nothing to measure for \(count.counting("configuration"))"
    case .failure(.tooManyCombinations(let most)):
      "the fields have more than \(most.grouped) combinations of values"
    case .failure(.roundingDecides(let field)):
      "rounding alone decides what some value of \(field.key) does"
    }
  }
}

extension VarianceShares.Share {
  fileprivate var json: JSONValue {
    ["alone": JSONValue(alone), "total": JSONValue(total), "shapley": JSONValue(shapley)]
  }
}

extension Double {
  /// A share for people.
  fileprivate var percentText: String { "\((100 * self).brief) %" }
}
