import Experiments
import Metrics
import Scenarios
import Statistics
import Testing

struct MeasurementTests {
  private func counts(_ text: String) throws -> (CellCounts, Scenario) {
    let scenario = try ScenarioFile(parsing: text).cells[0].scenario
    var trials = Trials(scenario)
    return (trials.run(1...scenario.trials), scenario)
  }

  /// Two honest voters against two who always approve: everything is approved.
  @Test func measuresWhatIsCertain() throws {
    let (counts, scenario) = try counts(
      """
      {"name": "certain", "trials": 20, "mode": "central",
       "voters": [
         {"name": "h", "role": "honest", "count": 2, "latency": 2},
         {"name": "a", "role": "byzantine", "count": 2, "strategy": "approve_all"}],
       "workload": {"proposals": 10, "deadline": 8},
       "costs": {"false_approval": {"*": 2.5}}}
      """)
    func value(_ metric: Metric) -> Double? { counts.measurement(of: metric, in: scenario).value }
    #expect(counts.outcomes.total == 200)
    #expect(value(.falseApprovalRate) == 1)
    #expect(value(.falseRejectionRate) == 0)
    #expect(value(.quorumFailureRate) == 0)
    #expect(value(.correctRate) == Double(counts.outcomes.warranted.total) / 200)
    #expect(value(.unsafeTrialRate) == 1)
    #expect(value(.disagreementRate) == nil)
    #expect(value(.latencyMean) == 8)
    #expect(abs((value(.latencyP95) ?? 0) - 8) < 0.08)
    #expect(value(.participationMean) == 1)
    #expect(value(.forgedVotesAccepted) == 0)
    #expect(value(.expectedHarm) == 2.5 * Double(counts.outcomes.unwarranted.total) / 200)
  }

  /// No event at all is no zero: the upper limit says how much is left open.
  @Test func zeroEventsHaveAnUpperLimit() throws {
    let (counts, scenario) = try counts(
      """
      {"name": "zero", "trials": 20, "voters": [{"name": "h", "role": "honest", "count": 3}],
       "workload": {"proposals": 10}}
      """)
    guard
      case .estimate(let rate) = counts.measurement(of: .falseApprovalRate, in: scenario)
    else {
      Issue.record("there is no estimate")
      return
    }
    #expect(rate.value == 0 && rate.low == 0)
    // Clopper and Pearson for 0 of 20 trials: 1 - 0.025^(1/20).
    #expect(abs(rate.high - 0.168_433_470_983) < 1e-9)
  }

  @Test func whatHasNoProposalIsUndefined() throws {
    let (counts, scenario) = try counts(
      """
      {"name": "none", "trials": 2, "voters": [{"name": "h", "role": "honest", "count": 3}],
       "workload": {"warranted": 1}}
      """)
    #expect(counts.measurement(of: .falseApprovalRate, in: scenario) == .undefined)
    #expect(counts.measurement(of: .falseRejectionRate, in: scenario).value == 0)
  }
}
