import Consensus
import Experiments
import Metrics
import Scenarios
import Testing

struct TranscriptTests {
  private let scenario: Scenario

  init() throws {
    scenario = try ScenarioFile(
      parsing: """
        {"name": "transcript", "trials": 50,
         "voters": [
           {"name": "h", "role": "honest", "count": 3, "accuracy": 0.9,
            "latency": {"exponential": {"mean": 0.5}}},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
         "workload": {"proposals": 5}}
        """
    ).cells[0].scenario
  }

  /// A trial shown is the trial that was counted.
  @Test func endsAsTheSameTrialWithinARun() {
    var trials = Trials(scenario)
    for number in [1, 17, 50] {
      let counts = trials.run(number...number)
      let occurrences = Transcript(scenario, trial: number).entries.map(\.occurrence)
      let wrong = occurrences.count { occurrence in
        if case .tally(.approved, isRight: false) = occurrence { true } else { false }
      }
      #expect(wrong == counts.outcomes.unwarranted.approved)
    }
  }

  @Test func theFirstBadTrialIsTheFirst() throws {
    var trials = Trials(scenario)
    let first = trials.first(.falseApproval, upTo: 50)
    let found = try #require(first)
    for number in 1..<found {
      let earlier = trials.run(number...number)
      #expect(earlier.outcomes.unwarranted.approved == 0)
    }
    let shown = trials.run(found...found)
    #expect(shown.outcomes.unwarranted.approved > 0)
    let never = trials.first(.disagreement, upTo: 50)
    #expect(never == nil)
  }
}
