import JSON
import Testing

struct HonestVotersTests {
  /// Whoever is wrong takes another time; whoever abstains is not wrong.
  @Test func wrongVotesMayTakeAnotherTime() throws {
    let scenario = try cell(
      [
        honest(2, "right", ["latency_if_wrong": 3]),
        honest(2, "wrong", ["latency_if_wrong": 3, "accuracy": 0]),
        honest(1, "silent", ["latency_if_wrong": 3, "abstain": 1, "accuracy": 0]),
      ])
    #expect(
      trace(scenario).filter { $0.contains("votes") } == [
        "1.000000000s #1 right-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 right-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 silent-1 votes abstain: accepted, 0:2:1",
        "3.000000000s #1 wrong-1 votes approve: accepted, 1:2:1",
        "3.000000000s #1 wrong-2 votes approve: accepted, 2:2:1",
      ])
  }
}
