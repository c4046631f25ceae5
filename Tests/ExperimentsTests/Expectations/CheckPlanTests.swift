import Scenarios
import Statistics
import Testing

@testable import Experiments

struct CheckPlanTests {
  /// A scenario without an exact value, in which the rush wins where tallies may be taken at any time.
  private func file(
    _ expectations: String, tally: String = "anytime", trials: Int = 400, latency: Double = 0.5,
    proposals: Int = 5
  ) throws -> ScenarioFile {
    try ScenarioFile(
      parsing: """
        {"name": "plan", "trials": \(trials), "voters": [
           {"name": "h", "role": "honest", "count": 3, "accuracy": 0.9,
            "latency": {"exponential": {"mean": \(latency)}}},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
         "network": {"latency": {"exponential": {"mean": 0.1}}},
         "safeguards": {"tally": "\(tally)"},
         "workload": {"proposals": \(proposals)}, "expect": [\(expectations)]}
        """)
  }

  private func needs(_ file: ScenarioFile, trialsMax: Int? = nil) -> [CheckPlan.Need] {
    CheckPlan(file, trialsMax: trialsMax).cells[0]
  }

  @Test func whatIsProvenNeedsNoTrial() throws {
    let needs = needs(
      try file(
        #"""
        {"guarantee": "decision", "faults": 0}, {"metric": "correct_rate", "of": "worst", "at_least": 0.1},
        {"metric": "votes_refused", "at_most": 3}
        """#))
    #expect(needs == [.none(.certificate), .none(.worstCase), .count])
  }

  @Test func theAssumedValuesLieAroundTheLimit() throws {
    func values(_ expectation: String) throws -> [Double] {
      guard case .test(let assumptions) = needs(try file(expectation))[0] else { return [] }
      return assumptions.map(\.value)
    }
    #expect(try values(#"{"metric": "false_approval_rate", "at_most": 0.25}"#) == [0, 0.125, 0.5])
    #expect(try values(#"{"metric": "correct_rate", "at_least": 0.75}"#) == [1, 0.875, 0.5])
    #expect(try values(#"{"metric": "false_approval_rate", "at_most": 0.75}"#) == [0, 0.375, 1])
    // Nothing is better than the limit, or beyond it.
    #expect(try values(#"{"metric": "false_approval_rate", "at_most": 0}"#) == [0])
    #expect(try values(#"{"metric": "latency_p95", "at_most": 2}"#).prefix(2) == [0, 0.025])
  }

  @Test func whatAllTrialsDoNotDecideIsSaid() throws {
    let expectation = #"{"metric": "false_approval_rate", "at_most": 0.25}"#
    guard case .test(let few) = needs(try file(expectation), trialsMax: 20)[0],
      case .test(let many) = needs(try file(expectation), trialsMax: 100_000)[0]
    else {
      Issue.record("there is no forecast")
      return
    }
    #expect(few.allSatisfy { ($0.trials ?? 20) <= 20 } && few[1].trials == nil)
    // Nearer values take more trials, and each number is one at which a check looks.
    #expect(many[0].trials ?? 0 < many[1].trials ?? 0)
    let looks = TrialBlocks(growingTo: 100_000)
    let ends = (0..<looks.count).map { looks[$0].upperBound }
    #expect(many.allSatisfy { $0.trials.map(ends.contains) == true })
    #expect(CheckPlan(try file(expectation)).trialsMax == [400])
  }

  /// What the plan says of the value that a check then finds is about what the check took.
  @Test(arguments: [
    #""false_approval_rate", "at_most": 0.2"#, #""false_approval_rate", "at_most": 0.4"#,
    #""false_approval_rate", "at_least": 0.4"#, #""correct_rate", "at_least": 0.6"#,
    #""unsafe_trial_rate", "at_most": 0.5"#, #""quorum_failure_rate", "at_most": 0.01"#,
    #""latency_mean", "at_most": 1"#, #""expected_harm", "at_most": 0.3"#,
  ])
  func plansAreAboutRight(expectation: String) async throws {
    let file = try file("{\"metric\": \(expectation)}", latency: 0.2)
    let cell = file.cells[0]
    let check = ExpectationCheck(cell, trialsMax: 20_000)
    let verdict = try #require(
      await check.verdicts(threads: 2, interruption: Interruption())[0])
    let claim = try #require(verdict.expectation.metricClaim)
    guard case .estimate(let estimate) = verdict.value else {
      Issue.record("there is no estimate: \(verdict)")
      return
    }
    let forecast = try #require(TrialForecast(claim, in: cell.scenario, trialsMax: 20_000))
    let planned = try #require(forecast.trials(if: estimate.value))
    let ratio = Double(planned) / Double(verdict.trials)
    #expect((0.33...3).contains(ratio), "\(planned) planned, \(verdict.trials) needed")
  }
}
