import JSON
import Text
import Tuning

// How far a scenario may change before another configuration does less harm at worst.

extension TunedCell {
  /// The ranges, each with the numbers of the configurations that are better beyond it.
  var stabilityJSON: JSONValue {
    let stability = recommendation.stability
    return [
      "cost_ratio": stability.costRatio.map {
        range(
          JSONValue($0.least), $0.betterBelow, $0.greatest.map { JSONValue($0) } ?? .null,
          $0.betterAbove)
      } ?? .null,
      "accuracy": json(stability.accuracy), "correlation": json(stability.correlation),
      "faults": stability.faults.map {
        range(
          JSONValue($0.fewest), $0.below.better, JSONValue($0.most), $0.above.better,
          [
            (key: "known_below", value: .bool($0.below != .unknown)),
            (key: "known_above", value: .bool($0.above != .unknown)),
          ])
      } ?? .null,
    ]
  }

  /// In how many draws of the scenario the advice stands.
  var standingJSON: JSONValue {
    recommendation.standing.map {
      [
        "draws": JSONValue($0.draws), "stands": JSONValue($0.stands),
        "falls": JSONValue($0.falls),
      ]
    } ?? .null
  }

  /// The same in a sentence.
  var standingText: String? {
    recommendation.standing.map { standing in
      let unknown = standing.draws - standing.stands - standing.falls
      return "Of \(standing.draws.grouped) draws, each taken alone, it is the best in "
        + "\(standing.stands.grouped)"
        + (unknown == 0 ? "." : "; of \(unknown.grouped) it is not known.")
    }
  }

  private func json(_ shift: ShiftStability?) -> JSONValue {
    shift.map {
      range(
        JSONValue($0.least), $0.betterBelow, JSONValue($0.greatest), $0.betterAbove,
        [(key: "present", value: $0.present.map { JSONValue($0) } ?? .null)])
    } ?? .null
  }

  private func range(
    _ least: JSONValue, _ below: Int?, _ greatest: JSONValue, _ above: Int?,
    _ more: [(key: String, value: JSONValue)] = []
  ) -> JSONValue {
    func number(_ place: Int?) -> JSONValue {
      place.map { JSONValue(study.configurations[$0].number) } ?? .null
    }
    return .object(
      JSONObject(
        [
          ("from", least), ("better_below", number(below)), ("to", greatest),
          ("better_above", number(above)),
        ] + more))
  }

  /// The same in a sentence.
  var stabilityText: String? {
    let stability = recommendation.stability
    let parts = [
      ("accuracy", stability.accuracy.map { text($0, "accuracy is", "accuracies change by") }),
      (
        "correlation",
        stability.correlation.map { text($0, "correlation is", "correlations change by") }
      ),
      ("seats", stability.faults.map { text($0) }),
      ("costs", stability.costRatio.map { text($0) }),
    ]
    let known = parts.compactMap(\.1)
    if known.isEmpty { return nil }
    let unknown = parts.filter { $0.1 == nil }.map(\.0)
    return "Nothing else does less harm at worst while, one at a time, "
      + "\(known.joined(separator: "; ")).\(unknown.isEmpty ? "" : " It is not known how far ")"
      + (unknown.isEmpty ? "" : "\(unknown.listed(with: "and")) may move.")
  }

  private func text(
    _ shift: ShiftStability, _ quality: String, _ change: String
  ) -> String {
    let least = ((shift.present ?? 0) + shift.least).brief
    let greatest = ((shift.present ?? 0) + shift.greatest).brief
    return "\(shift.present == nil ? change : quality) \(least) to \(greatest)"
      + betterText(below: shift.betterBelow, above: shift.betterAbove)
  }

  private func text(_ seats: SeatStability) -> String {
    let range =
      seats.fewest == seats.most ? "are \(seats.fewest)" : "are \(seats.fewest) to \(seats.most)"
    return "seats \(range)"
      + betterText(
        below: seats.below.better, above: seats.above.better, isBelowKnown: seats.below != .unknown,
        isAboveKnown: seats.above != .unknown)
  }

  private func text(_ costs: CostStability) -> String {
    let factors: String
    switch (costs.least > 0, costs.greatest) {
    case (false, nil): return "false approvals cost whatever they may"
    case (true, nil): factors = "\(costs.least.brief) or more"
    case (_, let greatest?): factors = "\(costs.least.brief) to \(greatest.brief)"
    }
    return "false approvals cost \(factors) times as much as now"
      + betterText(below: costs.betterBelow, above: costs.betterAbove)
  }

  /// What is better beyond a range.
  private func betterText(
    below: Int?, above: Int?, isBelowKnown: Bool = true, isAboveKnown: Bool = true
  ) -> String {
    func text(_ side: String, _ better: Int?, isKnown: Bool) -> String? {
      if !isKnown { return "\(side): not known" }
      return better.map { "\(side): no. \(study.configurations[$0].number)" }
    }
    let texts = [
      text("below", below, isKnown: isBelowKnown), text("above", above, isKnown: isAboveKnown),
    ].compactMap(\.self)
    return texts.isEmpty ? "" : " (\(texts.joined(separator: ", ")))"
  }
}

extension SeatStability.End {
  /// The place of the configuration that is better.
  fileprivate var better: Int? {
    switch self {
    case .better(let place): place
    case .none, .unknown: nil
    }
  }
}
