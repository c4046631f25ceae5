import Experiments
import Scenarios
import Testing

struct ExpectationCheckTests {
  private func verdict(
    _ expectation: String, of strategy: String = "rush", tally: String = "anytime",
    warranted: Double = 0.5, trialsMax: Int = 2000, threads: Int = 2
  ) async throws -> Verdict {
    let scenario = try scenario(expectation, strategy, tally, warranted)
    let check = ExpectationCheck(scenario, cell: 1, trialsMax: trialsMax)
    let verdicts = await check.verdicts(threads: threads, interruption: Interruption())
    return try #require(verdicts[0])
  }

  private func scenario(
    _ expectation: String, _ strategy: String, _ tally: String, _ warranted: Double
  ) throws -> Scenario {
    try ScenarioFile(
      parsing: """
        {"name": "expectations", "seed": 3, "safeguards": {"tally": "\(tally)"},
         "voters": [
           {"name": "h", "role": "honest", "count": 3, "latency": {"exponential": {"mean": 0.5}}},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "\(strategy)"}],
         "workload": {"proposals": 5, "warranted": \(warranted)},
         "expect": [{\(expectation)}]}
        """
    ).cells[0]
  }

  @Test func whatFailsStopsEarlyAndShowsATrial() async throws {
    let verdict = try await verdict(#""metric": "false_approval_rate", "at_most": 0.01"#)
    #expect(verdict.outcome == .fail && verdict.ground == .sequentialTest)
    #expect(verdict.trials < 200)
    let witness = try #require(verdict.witness)
    var trials = Trials(
      try scenario(#""metric": "unsafe_trial_rate", "at_most": 1"#, "rush", "anytime", 0.5))
    #expect(trials.first(.falseApproval, upTo: 100) == witness)
  }

  @Test func whatHoldsStopsEarlyWithItsInterval() async throws {
    let verdict = try await verdict(
      #""metric": "false_approval_rate", "at_most": 0.2"#, tally: "decisive")
    #expect(verdict.outcome == .pass && verdict.witness == nil)
    #expect(verdict.trials < 1000)
    let estimate = try #require(verdict.estimate)
    #expect(estimate.value == 0 && estimate.low == 0 && estimate.high > 0 && estimate.high < 0.2)
  }

  @Test func whatIsTooCloseIsInconclusive() async throws {
    // The rush turns every unwarranted proposal, which are half of all, and no other.
    let verdict = try await verdict(
      #""metric": "correct_rate", "at_least": 0.5"#, trialsMax: 200)
    #expect(verdict.outcome == .inconclusive && verdict.trials == 200)
    let estimate = try #require(verdict.estimate)
    #expect(estimate.low < 0.5 && estimate.high > 0.5)
  }

  @Test func countsAreDecidedByCounting() async throws {
    let forged = try await verdict(
      #""metric": "forged_votes_accepted", "at_least": 1"#, of: "impersonate")
    #expect(forged.outcome == .pass && forged.ground == .count && forged.trials < 100)
    let none = try await verdict(
      #""metric": "forged_votes_accepted", "at_most": 0"#, trialsMax: 50)
    #expect(none.outcome == .pass && none.trials == 50)
    let some = try await verdict(
      #""metric": "forged_votes_accepted", "at_most": 0"#, of: "impersonate")
    #expect(some.outcome == .fail && some.witness == 1)
  }

  @Test func whatIsNotDefinedIsNoPass() async throws {
    let verdict = try await verdict(
      #""metric": "false_approval_rate", "at_most": 0.5"#, warranted: 1, trialsMax: 30)
    #expect(verdict.outcome == .undefined && verdict.estimate == nil)
  }

  @Test(arguments: [
    (#""at_most": 8"#, Verdict.Outcome.pass), (#""at_most": 7.9"#, .fail),
    (#""at_least": 8"#, .pass), (#""at_least": 8.1"#, .fail),
  ])
  func percentilesAreDecided(limit: String, outcome: Verdict.Outcome) async throws {
    for metric in ["latency_p50", "latency_p95", "latency_p99", "latency_mean"] {
      // A mean that lies at its limit is on no side of it.
      if metric == "latency_mean" && outcome == .pass { continue }
      // A mean cannot go beyond the deadline, so a limit beyond it stands for the deadline.
      if metric == "latency_mean" && limit.contains("8.1") { continue }
      let verdict = try await verdict(
        "\"metric\": \"\(metric)\", \(limit)", tally: "decisive", trialsMax: 20_000)
      #expect(verdict.outcome == outcome, "\(metric) \(limit)")
    }
  }

  @Test func threadsDoNotShow() async throws {
    let expectation = #""metric": "expected_harm", "at_most": 0.4"#
    let one = try await verdict(expectation, of: "random", threads: 1)
    for threads in [2, 3, 7] {
      let other = try await verdict(expectation, of: "random", threads: threads)
      #expect(other.outcome == one.outcome && other.trials == one.trials)
      #expect(other.estimate == one.estimate && other.witness == one.witness)
    }
  }

  @Test func anInterruptionLeavesNoVerdict() async throws {
    let interruption = Interruption()
    interruption.raise()
    let check = ExpectationCheck(
      try scenario(#""metric": "correct_rate", "at_least": 0.5"#, "rush", "anytime", 0.5),
      cell: 1, trialsMax: 100)
    #expect(await check.verdicts(threads: 2, interruption: interruption).map { $0 == nil } == [true])
  }
}
