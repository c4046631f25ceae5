import Agents
import Metrics
import Scenarios

/// The metrics of a scenario, from the risk of each proposal.
struct ExactMetrics {
  private let warranted: Double
  /// The number of proposals of the workload in a trial.
  private let proposals: Int
  /// The number of proposals that voters open who flood.
  private let flooded: Int
  /// The mean risk of a proposal.
  private var mean = ExactRisk()
  /// The probability that an unwarranted proposal is approved.
  private var falseApproval = 0.0
  /// The probability that a warranted proposal is rejected.
  private var falseRejection = 0.0
  /// The probability that a trial has a false approval.
  private var unsafeTrial = 0.0

  /// The metrics of a trial without any phase.
  init(_ scenario: Scenario) {
    warranted = scenario.workload.warranted
    proposals = scenario.workload.proposals
    flooded = scenario.floodedProposals(
      in: StationaryPhase(first: 1, count: scenario.workload.proposals))
  }

  /// Adds a phase of the trial, given the risk of its proposals.
  ///
  /// Proposals are independent, because each has its own random draws.
  mutating func add(_ phase: StationaryPhase, _ risk: ExactRisk) {
    let share = Double(phase.count) / Double(proposals + flooded)
    mean.add(share, of: risk)
    falseApproval +=
      (flooded == 0 ? share : shareOfUnwarranted((1 - warranted) * Double(phase.count)))
      * risk.falseApproval
    falseRejection += Double(phase.count) / Double(proposals) * risk.falseRejection
    let inPhase = anyOf(phase.count, (1 - warranted) * risk.falseApproval)
    unsafeTrial = either(unsafeTrial, inPhase)
  }

  /// Adds the proposals that were opened by voters who flood in a phase, all of them unwarranted.
  mutating func add(flooded count: Int, _ risk: ExactRisk) {
    mean.add(Double(count) / Double(proposals + flooded), of: risk)
    falseApproval += shareOfUnwarranted(Double(count)) * risk.falseApproval
    unsafeTrial = either(unsafeTrial, anyOf(count, risk.falseApproval))
  }

  /// The share of so many unwarranted proposals among all that are expected.
  private func shareOfUnwarranted(_ count: Double) -> Double {
    count / ((1 - warranted) * Double(proposals) + Double(flooded))
  }

  /// The value of a metric; nil if it is undefined or unknown.
  func value(of metric: Metric) -> Double? {
    metric.definition.exact.flatMap { $0(risk) }
  }

  private var risk: TrialRisk {
    TrialRisk(
      warranted: warranted, falseApproval: warranted < 1 || flooded > 0 ? falseApproval : nil,
      falseRejection: warranted > 0 ? falseRejection : nil, undecided: mean.undecided,
      correct: mean.correct, unsafeTrial: unsafeTrial, harm: mean.harm,
      participation: mean.participation,
      latency: mean.decisionTime.flatMap { mean.decided > 0 ? $0 / mean.decided : nil })
  }
}

/// The probability of at least one of two independent events.
///
/// It is precise however small it is, because nothing is subtracted from anything but 1.
private func either(_ a: Double, _ b: Double) -> Double { a + (1 - a) * b }

/// The probability of at least one of several independent events with the same probability.
private func anyOf(_ count: Int, _ probability: Double) -> Double {
  var (result, power, rest) = (0.0, probability, count)
  while rest > 0 {
    if rest & 1 == 1 { result = either(result, power) }
    power = either(power, power)
    rest >>= 1
  }
  return result
}
