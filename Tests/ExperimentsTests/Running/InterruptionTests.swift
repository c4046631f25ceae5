import Foundation
import Metrics
import Scenarios
import Statistics
import TestSupport
import Testing

@testable import Experiments

struct InterruptionTests {
  @Test func whoFollowsStopsWithTheLeaderAndNotTheOtherWayRound() {
    let leader = Interruption()
    let first = Interruption(following: leader)
    let second = Interruption(following: leader)
    #expect(!leader.isRaised && !first.isRaised && !second.isRaised)
    first.raise()
    #expect(!leader.isRaised && first.isRaised && !second.isRaised)
    leader.raise()
    #expect(leader.isRaised && second.isRaised)
  }

  /// A single trial can take days; whoever wants it to stop does not wait for its end.
  @Test func aLongTrialIsStoppedOnTheWay() throws {
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "long", "trials": 1, "voters": [{"name": "h", "role": "honest", "count": 5}],
         "workload": {"proposals": 5000000}}
        """
    ).cells[0].scenario
    let interruption = Interruption()
    let counts = Outcome()
    let thread = OtherThread {
      var trials = Trials(scenario)
      counts.isNone = trials.run(1...1, interruption: interruption) == nil
    }
    Thread.sleep(forTimeInterval: 0.1)
    let start = ContinuousClock.now
    interruption.raise()
    try thread.join()
    #expect(counts.isNone == true)
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  /// Written by one thread, read when that has ended.
  private final class Outcome: @unchecked Sendable {
    var isNone: Bool?
  }

  /// Looking whether to stop changes nothing: trials with more events than lie between two looks
  /// are those of a world that never looks.
  @Test func lookingChangesNothing() throws {
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "looks", "trials": 2,
         "voters": [{"name": "h", "role": "honest", "count": 9, "accuracy": 0.7}],
         "workload": {"proposals": 2500}}
        """
    ).cells[0].scenario
    var trials = Trials(scenario)
    let counts = trials.run(2...2)
    let right = Transcript(scenario, trial: 2).entries.count { entry in
      if case .tally(_, isRight: true) = entry.occurrence { true } else { false }
    }
    #expect(counts.outcomes.total == 2500)
    #expect(counts.total(of: .correctRate) == Int128(right))
  }
}
