import Experiments
import Metrics
import Scenarios
import Statistics
import Testing

struct ExpectationCheckTests {
  private func verdict(
    _ expectation: String, of strategy: String = "rush", tally: String = "anytime",
    warranted: Double = 0.5, trialsMax: Int = 2000, threads: Int = 2
  ) async throws -> Verdict {
    let cell = try cell(expectation, strategy, tally, warranted)
    let check = ExpectationCheck(cell, trialsMax: trialsMax)
    return try #require(
      await check.verdicts(threads: threads, interruption: Interruption())[0])
  }

  private func cell(
    _ expectation: String, _ strategy: String, _ tally: String, _ warranted: Double
  ) throws -> ScenarioCell {
    try ScenarioFile(
      parsing: """
        {"name": "expectations", "seed": 3, "safeguards": {"tally": "\(tally)"},
         "voters": [
           {"name": "h", "role": "honest", "count": 3, "latency": {"exponential": {"mean": 0.5}}},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "\(strategy)"}],
         "network": {"latency": {"exponential": {"mean": 0.001}}},
         "workload": {"proposals": 5, "warranted": \(warranted)},
         "expect": [\(expectation.isEmpty ? "" : "{\(expectation)}")]}
        """
    ).cells[0]
  }

  /// Times are decided on as they are; what is printed of them is rounded to buckets, but not across
  /// the limit.
  @Test func noPercentileContradictsItsVerdict() async throws {
    var contradictions: Set<String> = []
    for hundredths in [31, 53] {
      // Nine of ten latencies are on one side of each limit, and all are nearly the same.
      let least = Double(hundredths) / 100
      let (low, high, most) = (least * 1.00001, least * 1.00009, least * 1.0001)
      let cell = try ScenarioFile(
        parsing: """
          {"name": "near", "voters": [
             {"name": "h", "role": "honest", "count": 1,
              "latency": {"uniform": {"from": \(least), "to": \(most)}}}],
           "workload": {"proposals": 5, "tally": "all"},
           "expect": [{"metric": "latency_p50", "at_most": \(high)},
             {"metric": "latency_p50", "at_least": \(low)},
             {"metric": "latency_p50", "at_most": \(low)},
             {"metric": "latency_p50", "at_least": \(high)}]}
          """
      ).cells[0]
      let check = ExpectationCheck(cell, trialsMax: 2000)
      let verdicts = await check.verdicts(threads: 1, interruption: Interruption())
      #expect(verdicts.map { $0?.outcome } == [.pass, .pass, .fail, .fail])
      let values = verdicts.compactMap { $0?.value?.estimate?.value }
      #expect(values[0] <= high && values[1] >= low && values[2] > low && values[3] < high)
      var trials = Trials(cell.scenario)
      let measured = trials.run(1...20).measurement(of: .latencyP50, in: cell.scenario)
      if case .estimate(let estimate) = measured {
        if estimate.value > high { contradictions.insert("beyond") }
        if estimate.value < low { contradictions.insert("below") }
      }
    }
    #expect(contradictions.count == 2, "buckets have their middle beyond either limit")
  }

  /// Without an honest replica no rate is ever defined, and no trial can change that.
  @Test func whatIsNeverDefinedEndsAtOnce() async throws {
    let cell = try ScenarioFile(
      parsing: """
        {"name": "none", "mode": "replicated", "voters": [
           {"name": "ring", "role": "colluding", "count": 3, "plan": "lockstep"}],
         "workload": {"proposals": 5},
         "expect": [{"metric": "correct_rate", "at_least": 0.1}]}
        """
    ).cells[0]
    let check = ExpectationCheck(cell, trialsMax: 2000)
    let verdict = try #require(
      await check.verdicts(threads: 1, interruption: Interruption())[0])
    #expect(verdict.outcome == .undefined && verdict.trials == 16)
  }

  @Test func whatFailsStopsEarlyAndShowsATrial() async throws {
    let verdict = try await verdict(#""metric": "false_approval_rate", "at_most": 0.01"#)
    #expect(verdict.outcome == .fail && verdict.ground == .sequentialTest)
    #expect(verdict.trials < 200)
    let witness = try #require(verdict.witness)
    var trials = Trials(
      try cell("", "rush", "anytime", 0.5).scenario)
    #expect(trials.first(.falseApproval, upTo: 100) == witness.trial)
    let entries = Transcript(try cell("", "rush", "anytime", 0.5).scenario, trial: witness.trial)
      .entries
    let approved = try #require(entries.first { $0.isWrong }?.proposal)
    #expect(witness.proposal == approved)
  }

  @Test func whatHoldsStopsEarlyWithItsInterval() async throws {
    let verdict = try await verdict(
      #""metric": "false_approval_rate", "at_most": 0.2"#, tally: "decisive")
    #expect(verdict.outcome == .pass && verdict.witness == nil)
    #expect(verdict.trials < 1000)
    let estimate = try #require(verdict.value?.estimate)
    #expect(estimate.value == 0 && estimate.low == 0 && estimate.high > 0 && estimate.high < 0.2)
  }

  @Test func whatIsTooCloseIsInconclusive() async throws {
    // The rush turns every unwarranted proposal, which are half of all, and no other.
    let verdict = try await verdict(
      #""metric": "correct_rate", "at_least": 0.5"#, trialsMax: 200)
    #expect(verdict.outcome == .inconclusive && verdict.trials == 200)
    let estimate = try #require(verdict.value?.estimate)
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
    #expect(some.outcome == .fail && some.witness?.trial == 1)
  }

  @Test func whatCannotBeExceededPassesOnceItIsSeen() async throws {
    let most = try await verdict(#""metric": "latency_mean", "at_most": 100"#)
    #expect(most.outcome == .pass && most.ground == .range && most.trials == 16)
    let least = try await verdict(#""metric": "latency_mean", "at_least": 9"#)
    #expect(least.outcome == .fail && least.ground == .range)
    let nothing = try await verdict(
      #""metric": "latency_mean", "at_most": 100"#, of: "premature_tally", trialsMax: 40)
    #expect(nothing.outcome == .undefined)
  }

  @Test func whatIsNotDefinedIsNoPass() async throws {
    let verdict = try await verdict(
      #""metric": "false_approval_rate", "at_most": 0.5"#, warranted: 1, trialsMax: 30)
    #expect(verdict.outcome == .undefined && verdict.value == nil)
  }

  @Test(arguments: [
    (#""at_most": 8"#, Verdict.Outcome.pass), (#""at_most": 7.9"#, .fail),
    (#""at_least": 8"#, .pass), (#""at_least": 8.1"#, .fail),
  ])
  func percentilesAreDecided(limit: String, outcome: Verdict.Outcome) async throws {
    for metric in ["latency_p50", "latency_p95", "latency_p99", "latency_mean"] {
      // A mean that lies at its limit is on no side of it.
      if metric == "latency_mean" && limit.contains("at_least") && outcome == .pass { continue }
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
      #expect(other.value == one.value && other.witness == one.witness)
    }
  }

  @Test func anInterruptionLeavesNoVerdict() async throws {
    let interruption = Interruption()
    interruption.raise()
    let check = ExpectationCheck(
      try cell(#""metric": "correct_rate", "at_least": 0.5"#, "rush", "anytime", 0.5),
      trialsMax: 100)
    #expect(
      await check.verdicts(threads: 2, interruption: interruption).map { $0 == nil } == [true])
  }
}

extension Verdict.Value {
  fileprivate var estimate: Estimate? {
    if case .estimate(let estimate) = self { estimate } else { nil }
  }
}

extension Transcript.Entry {
  /// Whether it is a wrong decision.
  fileprivate var isWrong: Bool {
    if case .tally(_, isRight: false) = occurrence { true } else { false }
  }
}
