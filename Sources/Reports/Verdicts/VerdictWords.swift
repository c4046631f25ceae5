import Detection
import Experiments
import Guarantees
import Metrics
import Scenarios
import Statistics
import Text

extension CheckReport.Entry {
  /// The expectation in short form.
  var claim: String {
    let turned = expectation.mustFail ? ", must fail" : ""
    switch expectation.claim {
    case .metric(let claim):
      let sign = claim.limit.isUpper ? "≤" : "≥"
      return "\(subject(of: claim)) \(sign) \(claim.limit.bound.shortest)\(turned)"
    case .guarantee(let claim):
      let risk = claim.risk.map { ", risk ≤ \($0.shortest)" } ?? ""
      return "\(subject(of: claim)), \(claim.faults) faulty\(risk)\(turned)"
    }
  }

  /// The expectation and its cell, in words.
  var title: String {
    words + (place.isEmpty ? "" : " in cell \(cell.number) (\(place))")
  }

  /// The same without the number of the cell, which changes with the sweep.
  var lastingTitle: String { words + (place.isEmpty ? "" : " (\(place))") }

  private var words: String {
    let turned = expectation.mustFail ? ", which must fail" : ""
    switch expectation.claim {
    case .metric(let claim):
      let side = claim.limit.isUpper ? "at most" : "at least"
      return "\(subject(of: claim)) \(side) \(claim.limit.bound.shortest)\(turned)"
    case .guarantee(let claim):
      let voters = claim.faults.counting("faulty voter")
      let risk = claim.risk.map { " at a risk of \($0.shortest)" } ?? ""
      return "\(subject(of: claim)) against \(voters)\(risk)\(turned)"
    }
  }

  /// The metric, with its detector or with the value that is meant.
  private func subject(of claim: MetricClaim) -> String {
    let metric = claim.metric.rawValue
    let value: String
    switch claim.value {
    case .estimate: value = ""
    case .exact, .worst, .worstCounted, .causal:
      value = claim.value.rawValue.replacing("_", with: " ") + " "
    }
    return value + (detector.map { "\(metric) of \($0.method.name)" } ?? metric)
  }

  /// The guarantee, with the actions and the timing that are meant.
  private func subject(of claim: GuaranteeClaim) -> String {
    let timing: String
    switch claim.timing {
    case .asynchronous: timing = ""
    case .synchronous: timing = ", synchronous"
    }
    return claim.guarantee.words + (claim.actions.map { ", \($0.rawValue)" } ?? "") + timing
  }

  /// The values of the axes, if there are some.
  private var place: String {
    cell.axes.map { "\($0.axis)=\($0.value.shownText)" }.joined(separator: ", ")
  }

  /// The place among the other entries: what is broken, what is not decided, what is well.
  var rank: Int {
    switch verdict?.outcome {
    case .fail, .undefined: 0
    case .inconclusive, nil: 1
    case .pass: 2
    }
  }

  /// Whether it fails a check.
  var isBroken: Bool { rank == 0 }

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
    guard let bound = expectation.metricClaim?.limit.bound ?? expectation.guaranteeClaim?.risk
    else { return number.shortest }
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
    case (.undefined, _) where trials == 0:
      return "undefined, because " + reasons.joined(separator: "; ")
    case (.undefined, _): return "undefined, because \(looked) had nothing to measure"
    case (.inconclusive, _) where trials == 0:
      return "\(valueText), not decided, because " + reasons.joined(separator: "; ")
    case (.inconclusive, _): return "\(spokenValue), not decided after \(looked)"
    case (_, .sequentialTest): return "\(spokenValue), by a sequential test of \(looked)"
    case (_, .count): return "\(valueText), counted in \(looked)"
    case (_, .range):
      return "\(valueText), and all these values are on one side of the limit"
    case (_, .exactValue): return "\(spokenValue), its exact value"
    case (_, .certificate): return certified
    case (_, .worstCase):
      guard case .within = value else { return "\(spokenValue), the worst case" }
      return "within \(spokenValue), whatever the faulty voters do"
    }
  }

  /// The value in short form and, if it is a small rate, as a person says it.
  private var spokenValue: String {
    spokenRate.map { "\(valueText), \($0)" } ?? valueText
  }

  /// A small rate as a person says it: the limit that is not exceeded or, of a broken expectation, the
  /// one that is; nil for anything else.
  private var spokenRate: String? {
    guard let (noun, bound) = expectation.smallRate else { return nil }
    func spoken(_ words: String, _ rate: Double, _ rounding: Double.RateRounding) -> String? {
      // Others are as easily read in digits.
      guard rate > 0, rate < 0.01 else { return nil }
      return words + rate.spokenRate(of: noun, rounding: rounding)
    }
    switch value {
    case .exact(let rate): return spoken("", rate, .nearest)
    case .within(let range): return spoken("at most ", range.upperBound, .up)
    case .estimate(let estimate):
      if estimate.low > 0 && estimate.low > bound {
        return spoken("at least ", estimate.low, .down)
      }
      return spoken("at most ", estimate.high, .up)
    case nil: return nil
    }
  }

  /// What a certificate says, of the guarantee itself or of an event that it rules out.
  private var certified: String {
    expectation.guaranteeClaim != nil
      ? "it withstands \(valueText)" : "\(valueText), because a certificate rules the event out"
  }
}

extension Expectation {
  /// What a claimed share is of, in the plural, and its limit; nil if no share is claimed.
  fileprivate var smallRate: (noun: String, bound: Double)? {
    switch claim {
    case .metric(let claim): claim.metric.shareNoun.map { ($0, claim.limit.bound) }
    case .guarantee(let claim): claim.risk.map { (claim.guarantee.proposals, $0) }
    }
  }
}

extension Metric {
  /// What the metric is a share of, in the plural; nil if it is not a share.
  fileprivate var shareNoun: String? {
    switch definition.measure {
    case .ofProtocol(.event), .ofDetector(.event): return "trials"
    case .ofDetector(.rate(let quotient)): return noun(of: quotient.units)
    case .ofProtocol(.rate(let quotient)):
      switch definition.event {
      case .falseApproval: return "unwarranted proposals"
      case .falseRejection: return "warranted proposals"
      case .quorumFailure, .disagreement, .forgedVote, nil: return noun(of: quotient.units)
      }
    case .ofProtocol(.count), .ofProtocol(.eventRatio), .ofProtocol(.mean), .ofProtocol(.share),
      .ofProtocol(.percentile), .ofDetector(.count), .ofDetector(.eventRatio), .ofDetector(.mean),
      .ofDetector(.share), .ofDetector(.percentile):
      return nil
    }
  }

  private func noun(of units: MetricUnits) -> String {
    switch units {
    case .proposals: "proposals"
    case .votersOfProposals: "votes"
    case .honestVoters: "honest voters"
    case .trials: "trials"
    }
  }
}
