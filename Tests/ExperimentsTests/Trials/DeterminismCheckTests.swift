import Scenarios
import TestSupport
import Testing

@testable import Experiments

struct DeterminismCheckTests {
  private static func scenario(_ mode: String) throws -> Scenario {
    try ScenarioFile(
      parsing: """
        {"name": "check", "mode": "\(mode)",
         "voters": [
           {"name": "h", "role": "honest", "count": 3, "accuracy": 0.8,
            "latency": {"exponential": {"mean": 2}}},
           {"name": "r", "role": "byzantine", "count": 1, "strategy": "rush"},
           {"name": "p", "role": "colluding", "count": 2, "plan": "pivot"}],
         "network": {"loss": 0.1, "duplication": 0.1}, "workload": {"proposals": 5}}
        """
    ).cells[0].scenario
  }

  @Test(arguments: ["central", "replicated"])
  func aTrialIsTheSameInAWorldThatHasSeenOthers(mode: String) throws {
    let scenario = try Self.scenario(mode)
    for trial in 1...20 {
      let check = DeterminismCheck(scenario, trial: trial)
      #expect(check.difference == nil)
      #expect(check.eventCount == Transcript(scenario, trial: trial).entries.count)
    }
  }

  @Test func theFirstDifferenceIsFound() throws {
    let entries = Transcript(try Self.scenario("central"), trial: 1).entries
    #expect(entries.count > 20)
    let first = Transcript(entries: entries)
    #expect(DeterminismCheck(first, first).difference == nil)
    for index in [0, 7, entries.count - 1] {
      var others = entries
      others[index] = Transcript.Entry(
        time: entries[index].time, proposal: entries[index].proposal, replica: nil,
        actor: "somebody else", occurrence: entries[index].occurrence, count: entries[index].count)
      others[entries.count - 1] = others[index]
      let check = DeterminismCheck(first, Transcript(entries: others))
      #expect(check.eventCount == entries.count)
      #expect(
        check.difference
          == .init(event: index + 1, first: entries[index], second: others[index]))
    }
  }

  @Test func aTrialThatEndsEarlyDiffersThere() throws {
    let entries = Transcript(try Self.scenario("central"), trial: 1).entries
    let whole = Transcript(entries: entries)
    for count in [0, 5, entries.count - 1] {
      let short = Transcript(entries: Array(entries.prefix(count)))
      let forth = DeterminismCheck(whole, short)
      #expect(forth.difference == .init(event: count + 1, first: entries[count], second: nil))
      #expect(forth.eventCount == entries.count)
      let back = DeterminismCheck(short, whole)
      #expect(back.difference == .init(event: count + 1, first: nil, second: entries[count]))
    }
  }

  @Test func differentTrialsDiffer() throws {
    let scenario = try Self.scenario("central")
    let check = DeterminismCheck(
      Transcript(scenario, trial: 1), Transcript(scenario, trial: 2))
    #expect(check.difference != nil)
  }
}
