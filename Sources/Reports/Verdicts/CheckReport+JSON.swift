import Detection
import Experiments
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
    let (expectation, verdict) = (entry.expectation, entry.verdict)
    let limit = (
      key: expectation.limit.isUpper ? "at_most" : "at_least",
      value: JSONValue(expectation.limit.bound)
    )
    let detector = entry.detector.map { detector in
      (key: "detector", value: JSONValue.string(detector.method.name))
    }
    let interval = verdict?.interval
    let rest: [(key: String, value: JSONValue)] = [
      ("confidence", JSONValue(expectation.confidence)),
      ("line", entry.line.map { JSONValue($0) } ?? .null),
      ("cell", JSONValue(entry.cell.number)),
      ("axes", entry.cell.axes.json),
      ("outcome", JSONValue(verdict?.outcome.rawValue)),
      ("value", number(interval?.value)),
      ("low", number(interval?.low)),
      ("high", number(interval?.high)),
      ("trials", verdict.map { JSONValue($0.trials) } ?? .null),
      ("decided_by", JSONValue(verdict?.ground.rawValue)),
      ("trace", JSONValue(traceCommand(entry))),
    ]
    return .object(
      JSONObject(
        [(key: "metric", value: .string(expectation.metric.rawValue)), limit]
          + (detector.map { [$0] } ?? []) + rest))
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
