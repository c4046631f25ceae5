import Agents
import Metrics
import Scenarios

/// Metrics of a scenario whose proposals are each of a known risk.
struct ExactMetrics {
  private let warranted: Double
  private let isParticipationKnown: Bool
  /// The mean risk of a proposal.
  private var mean = ExactRisk()
  /// The probability that a trial has a false approval.
  private var unsafeTrial = 0.0

  /// The metrics of some phases of a trial, each with the risk of its proposals.
  ///
  /// Proposals are independent of one another: each has draws of its own.
  init(_ scenario: Scenario, _ phases: [(StationaryPhase, ExactRisk)], isParticipationKnown: Bool) {
    warranted = scenario.workload.warranted
    self.isParticipationKnown = isParticipationKnown
    for (phase, risk) in phases {
      mean.add(Double(phase.count) / Double(scenario.workload.proposals), of: risk)
      let inPhase = anyOf(phase.count, (1 - warranted) * risk.falseApproval)
      unsafeTrial = either(unsafeTrial, inPhase)
    }
  }

  /// The value of a metric; nil where there is none, or none is known.
  func value(of metric: Metric) -> Double? {
    metric.definition.exact.flatMap { $0(risk) }
  }

  private var risk: TrialRisk {
    TrialRisk(
      warranted: warranted, falseApproval: warranted < 1 ? mean.falseApproval : nil,
      falseRejection: warranted > 0 ? mean.falseRejection : nil, undecided: mean.undecided,
      correct: mean.correct, unsafeTrial: unsafeTrial, harm: mean.harm,
      participation: isParticipationKnown ? mean.participation : nil)
  }
}

/// The probability of one of two independent events; precise however small, nothing being taken
/// from anything but 1.
private func either(_ a: Double, _ b: Double) -> Double { a + (1 - a) * b }

/// The probability of any of so many independent events of one probability.
private func anyOf(_ count: Int, _ probability: Double) -> Double {
  var (result, power, rest) = (0.0, probability, count)
  while rest > 0 {
    if rest & 1 == 1 { result = either(result, power) }
    power = either(power, power)
    rest >>= 1
  }
  return result
}
