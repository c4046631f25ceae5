import Agents
import Consensus
import Detection
import Scenarios

/// Lets a scenario's detectors look at the votes of a trial, and holds what they report against the
/// truth, which they do not see.
struct DetectorEvaluation: Sendable {
  private let detectors: [Detector]
  private let truth: BlocTruth
  private let oracle: Oracle
  private let habits: [Oracle.PlanActivity]
  private let timesDetection: Bool
  private let timer: DetectionTimer

  /// The watch over a cell; nil where no detector is listed.
  init?(_ scenario: Scenario, timesDetection: Bool, timer: DetectionTimer) {
    if scenario.detectors.isEmpty { return nil }
    detectors = scenario.detectors
    truth = BlocTruth(scenario)
    oracle = Oracle(scenario)
    let groups = scenario.groupOfVoter
    habits = truth.blocs.map { bloc in
      guard case .colluding(let role) = scenario.groups[groups[bloc[0]]].role else {
        preconditionFailure("only colluding voters form a bloc")
      }
      return Oracle.PlanActivity(role, in: scenario.workload)
    }
    self.timesDetection = timesDetection
    self.timer = timer
  }

  /// What each detector makes of some votes; nil if interrupted on the way.
  func look(at votes: VoteMatrix, interruption: Interruption) -> [BlocTrial]? {
    let isRecovered =
      !truth.blocs.isEmpty
      && zip(truth.blocs, habits).allSatisfy { oracle.recovers($0, $1, in: votes) }
    var trials: [BlocTrial] = []
    for detector in detectors {
      if interruption.isRaised { return nil }
      timer.measure {
        trials.append(self.trial(detector, votes, isRecoveredByOracle: isRecovered))
      }
    }
    return trials
  }

  private func trial(
    _ detector: Detector, _ votes: VoteMatrix, isRecoveredByOracle: Bool
  ) -> BlocTrial {
    let score = BlocScore(detector.findings(in: votes), truth: truth)
    // Whoever is not exact in the end was not so for good before.
    let prefix =
      timesDetection && score.hasBloc && score.isExact
      ? DetectionTime.firstExactPrefix(of: votes, truth: truth, detector: detector) : nil
    return BlocTrial(score, isRecoveredByOracle: isRecoveredByOracle, firstExactPrefix: prefix)
  }
}
