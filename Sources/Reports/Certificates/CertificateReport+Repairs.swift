import Consensus
import Experiments
import Guarantees
import JSON
import Metrics
import Text

extension CertificateReport {
  // MARK: What closes gaps

  /// What closes each gap, and what closes them all.
  var closures: [(term: String, meaning: String)] {
    let each = advice.map { (term: $0.gap.words, meaning: Self.words($0.repairs)) }
    return each.count > 1
      ? each + [(term: "all of them", meaning: Self.words(study.analysis.whole))] : each
  }

  private static func words(_ advice: RepairAdvice) -> String {
    if let repairs = advice.repairs { return words(repairs) }
    if advice.trades.isEmpty { return "no safeguard prevents it" }
    return "not without loss: " + advice.trades.map(words).joined(separator: ", or ")
  }

  private static func words(_ trade: RepairAdvice.Trade) -> String {
    let effects = [
      trade.opened.isEmpty ? nil : "may open: " + words(trade.opened),
      trade.leftOpen.isEmpty ? nil : "leaves open: " + words(trade.leftOpen),
    ].compactMap(\.self)
    return "\(words(trade.repairs)) (\(effects.joined(separator: "; ")))"
  }

  private static func words(_ answers: [GuaranteeAnswer]) -> String {
    answers.map(\.words).joined(separator: "; ")
  }

  private static func words(_ repairs: [Repair]) -> String {
    repairs.map { "safeguards.\($0.key)=\($0.value.text().filter { $0 != "\"" })" }
      .joined(separator: " ")
  }

  // MARK: What they cost

  /// What the repairs of all gaps together cost, or each trade that is left.
  func sections(onPrices columns: Int) -> [Section] {
    study.prices.enumerated().map { number, price in
      let title =
        study.prices.count == 1
        ? "What they cost together" : "What trade \(number + 1) for all of them costs"
      return Section(title: title, body: Self.body(price, columns: columns))
    }
  }

  private static func body(_ price: RepairPrice, columns: Int) -> Section.Body {
    let sides = [price.attacked.map { ("attack", $0) }, ("peace", price.peace)].compactMap(\.self)
    let obstacles = sides.compactMap { side, rates in
      rates.obstacles.isEmpty
        ? nil : "\(side): not exactly known, because \(rates.obstacles.joined(separator: "; "))"
    }
    // All sides have the same metrics.
    let known = price.peace.rates.indices.filter { row in
      sides.contains { $0.1.rates[row].before != nil || $0.1.rates[row].after != nil }
    }
    if known.isEmpty { return .paragraph(obstacles.joined(separator: "\n\n")) }
    let table = TextTable(
      keys: [
        TextTable.Column(
          title: "metric", cells: known.map { price.peace.rates[$0].metric.rawValue },
          isNumeric: false)
      ],
      columns: sides.flatMap { side, rates in
        [("before", \RepairPrice.Rate.before), ("after", \.after)].map { time, value in
          TextTable.Column(
            title: "\(side) \(time)",
            cells: known.map { rates.rates[$0][keyPath: value]?.brief ?? "-" })
        }
      }
    ).text(columns: columns)
    return .table(TonedText(table + obstacles.map { "  \($0)\n" }.joined()))
  }

  // MARK: JSON

  /// The repairs of some gaps in the form of a scenario, or null, and what else could be done.
  static func members(_ advice: RepairAdvice) -> [(key: String, value: JSONValue)] {
    [
      ("repairs", advice.repairs.map(json) ?? .null),
      ("trades", .array(advice.trades.map(json))),
    ]
  }

  static func json(_ price: RepairPrice) -> JSONValue {
    [
      "repairs": json(price.repairs), "attacked": price.attacked.map(json) ?? .null,
      "peace": json(price.peace),
    ]
  }

  private static func json(_ trade: RepairAdvice.Trade) -> JSONValue {
    [
      "repairs": json(trade.repairs), "opens": .array(trade.opened.map(json)),
      "leaves": .array(trade.leftOpen.map(json)),
    ]
  }

  private static func json(_ answer: GuaranteeAnswer) -> JSONValue {
    [
      "guarantee": .string(answer.guarantee.rawValue), "actions": .string(answer.actions.rawValue),
    ]
  }

  private static func json(_ repairs: [Repair]) -> JSONValue {
    .object(JSONObject(repairs.map { (key: $0.key, value: $0.value) }))
  }

  private static func json(_ rates: RepairPrice.Rates) -> JSONValue {
    let metrics = rates.rates.map { rate -> (key: String, value: JSONValue) in
      (
        rate.metric.rawValue,
        [
          "before": rate.before.map { JSONValue($0) } ?? .null,
          "after": rate.after.map { JSONValue($0) } ?? .null,
        ]
      )
    }
    return [
      "metrics": .object(JSONObject(metrics)),
      "not_exact_because": .array(rates.obstacles.map { .string($0) }),
    ]
  }
}
