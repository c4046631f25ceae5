import Detection
import Experiments
import Guarantees
import JSON
import Metrics
import Scenarios
import Statistics

extension CheckReport {
  /// The report for other programs.
  public var json: JSONValue {
    [
      "scenario": .string(file.name), "file": .string(source.path),
      "seed": JSONValue(exact: file.cells[0].scenario.seed),
      "verdicts": .array(entries.map { json($0) }),
    ]
  }

  private func json(_ entry: Entry) -> JSONValue {
    let verdict = entry.verdict
    let interval = verdict?.interval
    let rest: [(key: String, value: JSONValue)] = [
      ("outcome", JSONValue(verdict?.outcome.rawValue)),
      ("value", number(interval?.value)),
      ("low", number(interval?.low)),
      ("high", number(interval?.high)),
      ("trials", verdict.map { JSONValue($0.trials) } ?? .null),
      ("decided_by", JSONValue(verdict?.ground.rawValue)),
      ("trace", JSONValue(command(entry))),
    ]
    let reasons = (verdict?.reasons ?? []).map { JSONValue.string($0) }
    let because: [(key: String, value: JSONValue)] =
      reasons.isEmpty ? [] : [("because", .array(reasons))]
    return .object(JSONObject(members(of: entry) + rest + because))
  }

  /// What is claimed, in the words of scenarios, and where.
  func members(of entry: Entry) -> [(key: String, value: JSONValue)] {
    let mustFail: [(key: String, value: JSONValue)] =
      entry.expectation.mustFail ? [("must_fail", true)] : []
    return claim(of: entry) + mustFail + [
      ("line", entry.line.map { JSONValue($0) } ?? .null),
      ("cell", JSONValue(entry.cell.number)),
      ("axes", entry.cell.axes.json),
    ]
  }

  private func claim(of entry: Entry) -> [(key: String, value: JSONValue)] {
    switch entry.expectation.claim {
    case .metric(let claim):
      let detector = entry.detector.map { detector in
        (key: "detector", value: JSONValue.string(detector.method.name))
      }
      let limit = (
        key: claim.limit.isUpper ? "at_most" : "at_least", value: JSONValue(claim.limit.bound)
      )
      let value: [(key: String, value: JSONValue)] =
        claim.value == .estimate ? [] : [("of", .string(claim.value.rawValue))]
      return [("metric", .string(claim.metric.rawValue)), limit] + (detector.map { [$0] } ?? [])
        + value + [("confidence", JSONValue(claim.confidence))]
    case .guarantee(let claim):
      return [
        ("guarantee", .string(claim.guarantee.rawValue)),
        ("actions", JSONValue(claim.actions?.rawValue)), ("faults", JSONValue(claim.faults)),
        ("risk", claim.risk.map { JSONValue(shortest: $0) } ?? .null),
        ("timing", .string(claim.timing.rawValue)),
      ]
    }
  }

  private func number(_ number: Double?) -> JSONValue {
    number.flatMap { $0.isFinite ? JSONValue($0) : nil } ?? .null
  }
}

extension Verdict {
  /// The value with its limits, as far as they are known.
  fileprivate var interval: (value: Double?, low: Double, high: Double)? {
    switch value {
    case .estimate(let estimate): (estimate.value, estimate.low, estimate.high)
    case .exact(let number): (number, number, number)
    case .within(let range): (nil, range.lowerBound, range.upperBound)
    case nil: nil
    }
  }
}
