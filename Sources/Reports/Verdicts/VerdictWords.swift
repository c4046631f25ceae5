import Detection
import Experiments
import Metrics
import Scenarios
import Statistics
import Text

extension CheckReport.Entry {
  /// The expectation in short form.
  var claim: String {
    let sign = expectation.limit.isUpper ? "≤" : "≥"
    return "\(subject) \(sign) \(expectation.limit.bound.shortest)"
  }

  /// The expectation and its cell, in words.
  var title: String {
    let side = expectation.limit.isUpper ? "at most" : "at least"
    return "\(subject) \(side) \(expectation.limit.bound.shortest)\(place)"
  }

  /// The metric, with its detector.
  private var subject: String {
    let metric = expectation.metric.rawValue
    return detector.map { "\(metric) of \($0.method.name)" } ?? metric
  }

  /// The cell, if there are several.
  private var place: String {
    if cell.axes.isEmpty { return "" }
    let values = cell.axes.map { "\($0.axis)=\($0.value.shownText)" }.joined(separator: ", ")
    return " in cell \(cell.number) (\(values))"
  }

  /// The outcome in one word.
  var outcomeText: String { verdict?.outcome.rawValue ?? "not reached" }

  /// What the outcome means to its reader.
  var tone: TonedText.Tone { verdict?.outcome.tone ?? .doubtful }
}

extension Verdict.Outcome {
  /// What the outcome means to its reader.
  var tone: TonedText.Tone {
    switch self {
    case .pass: .good
    case .inconclusive: .doubtful
    case .fail, .undefined: .bad
    }
  }
}

extension Verdict {
  /// The value with its interval, in short form.
  var valueText: String {
    switch value {
    case .estimate(let estimate):
      "\(shown(estimate.value)) [\(estimate.low.brief), \(estimate.high.brief)]"
    case .exact(let number): shown(number)
    case .within(let range): "[\(range.lowerBound.brief), \(range.upperBound.brief)]"
    case nil: "-"
    }
  }

  /// A number in short form, unless rounding hides on which side of the limit it is.
  private func shown(_ number: Double) -> String {
    let bound = expectation.limit.bound
    guard let rounded = Double(number.brief) else { return number.brief }
    let isHidden = (rounded < bound) != (number < bound) || (rounded > bound) != (number > bound)
    return isHidden ? number.shortest : number.brief
  }

  /// The reason of the verdict in short form.
  var groundText: String {
    switch ground {
    case .sequentialTest: trials.counting("trial")
    case .count: "\(trials.grouped) counted"
    case .range: "range, \(trials.counting("trial"))"
    case .exactValue, .certificate, .worstCase: ground.rawValue
    }
  }

  /// The finding, to follow the title and a colon.
  var finding: String {
    let looked = trials.counting("trial")
    switch (outcome, ground) {
    case (.undefined, _): return "undefined, because \(looked) had nothing to measure"
    case (.inconclusive, _): return "\(valueText), not decided after \(looked)"
    case (_, .sequentialTest): return "\(valueText), by a sequential test of \(looked)"
    case (_, .count): return "\(valueText), counted in \(looked)"
    case (_, .range):
      return "\(valueText), and all these values are on one side of the limit"
    case (_, .exactValue): return "\(valueText), its exact value"
    case (_, .certificate): return "\(valueText), because a certificate rules the event out"
    case (_, .worstCase): return "within \(valueText), whatever the faulty voters do"
    }
  }
}
