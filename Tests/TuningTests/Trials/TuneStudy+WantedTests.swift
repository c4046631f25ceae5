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

  /// What is told is what the advice costs in peace, beside what the own settings do.
  @Test func bothPricesInPeaceAreMeasured() async throws {
    let plan = try TuneStudyTests.plan(
      """
      {"name": "replicated", "mode": "replicated", "voters": [
        {"name": "m", "role": "honest", "count": 3, "accuracy": 0.9,
         "latency": {"exponential": {"mean": 1}}},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
       "config": {"majority_threshold": 0.95}, "workload": {"proposals": 2},
       "tune": {"max_trials": 1000, "objectives": ["quorum_failure_rate"],
         "search": {"majority_threshold": [0.5, 0.95]},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """)
    let study = try await TuneStudyTests.study(plan)
    let told = try #require(study.outcome.place)
    #expect(plan.own == 1 && told == 0)
    #expect(study.configurations.allSatisfy { $0.peace[plan.harm].trials >= 10 })
  }

  /// What is the same in truth stays open, and not all trials are run in vain.
  @Test func trialsThatWouldDecideNothingAreNotRun() async throws {
    let text = TuneStudyTests.four(
      """
      , "tune": {"max_trials": 4000, "objectives": ["quorum_failure_rate"],
        "search": {"ties": "all"}, "adversaries": [
          {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]}
      """)
    let study = try await TuneStudyTests.study(try TuneStudyTests.plan(text))
    #expect(study.undecidedCount == 2)
    #expect(study.trials > 0)
    #expect(study.trials < 3000)
  }
}
