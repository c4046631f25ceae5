import Experiments
import Metrics
import Testing

@testable import Tuning

/// Which trials are run, and when they end.
struct WantedTrialsTests {
  /// A limit that one configuration keeps and the other one breaks is judged by trials alone.
  @Test func trialsJudgeALimitFromBelow() async throws {
    var plan = try TrialOutlookTests.measured(trials: 3000, limit: 0.75)
    plan.knowsWithoutTrials = true
    let exact = try await TuneStudyTests.study(plan)
    #expect(exact.configurations.map(\.feasible) == [.yes, .no])
    plan.knowsWithoutTrials = false
    let measured = try await TuneStudyTests.study(plan)
    #expect(measured.configurations.map(\.feasible) == [.yes, .no])
    #expect(measured.trials < 3000)
  }

  /// What is the same in truth stays open, and not all trials are run in vain.
  @Test func trialsThatWouldDecideNothingAreNotRun() async throws {
    let text = TuneStudyTests.four(
      """
      , "tune": {"max_trials": 20000, "objectives": ["quorum_failure_rate"],
        "search": {"ties": "all"}, "adversaries": [
          {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]}
      """)
    let study = try await TuneStudyTests.study(try TuneStudyTests.plan(text))
    #expect(study.undecidedCount == 2)
    #expect(study.trials > 0)
    #expect(study.trials < 15_000)
  }
}
