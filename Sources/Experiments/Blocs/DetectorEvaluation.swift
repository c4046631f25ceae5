import Agents
import Consensus
import Detection
import Scenarios

/// Runs the detectors of a scenario on the votes of a trial, and compares their findings with the
/// truth, which they do not see.
struct DetectorEvaluation: Sendable {
  private let detectors: [Detector]
  private let truth: BlocTruth
  private let oracle: Oracle
  private let activities: [Oracle.PlanActivity]
  private let timesDetection: Bool
  private let timer: DetectionTimer

  /// The evaluation for a cell; nil if no detectors are listed.
  init?(_ scenario: Scenario, timesDetection: Bool, timer: DetectionTimer) {
    if scenario.detectors.isEmpty { return nil }
    detectors = scenario.detectors
    truth = BlocTruth(scenario)
    oracle = Oracle(scenario)
    let groups = scenario.groupOfVoter
    activities = truth.blocs.map { bloc in
      guard case .colluding(let role) = scenario.groups[groups[bloc[0]]].role else {
        preconditionFailure("only colluding voters form a bloc")
      }
      return Oracle.PlanActivity(role, in: scenario.workload)
    }
    self.timesDetection = timesDetection
    self.timer = timer
  }

  /// The findings of each detector in some votes; nil if interrupted.
  func look(at votes: VoteMatrix, interruption: Interruption) -> [BlocTrial]? {
    let isRecovered =
      !truth.blocs.isEmpty
      && zip(truth.blocs, activities).allSatisfy { oracle.recovers($0, $1, in: votes) }
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
    // If the blocs are not exact at the end, they were never permanently exact.
    let prefix =
      timesDetection && score.hasBloc && score.isExact
      ? DetectionTime.firstExactPrefix(of: votes, truth: truth, detector: detector) : nil
    return BlocTrial(score, isRecoveredByOracle: isRecoveredByOracle, firstExactPrefix: prefix)
  }
}
