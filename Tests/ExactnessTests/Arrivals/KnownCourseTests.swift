import Exactness
import Metrics
import Scenarios
import TestSupport
import Testing

/// Values by the order of arrival that can be worked out by hand, one for each turn that a course
/// may take.
struct KnownCourseTests {
  /// A scenario whose value is known.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let metric: Metric
    let value: Double
    let voters: String
    var workload = ""
    var config = ""
    var safeguards = ""
    var network = ""
  }

  private static let uniform = #""latency": {"uniform": {"from": 0, "to": 10}}"#
  private static let soon = #""latency": {"uniform": {"from": 0.1, "to": 2}}"#

  static let cases: [Case] = [
    // One of two honest votes is lost: the other and the turned one are a tie, which approves. If
    // both arrive, all are heard and the vote is not turned any more; if none does, one is too few.
    Case(
      testDescription: "a vote is turned where not all are heard", metric: .falseApprovalRate,
      value: 0.5,
      voters: """
        {"name": "f", "role": "byzantine", "count": 1, "strategy": "flip"},
        {"name": "h", "role": "honest", "count": 2, \(soon)}
        """,
      workload: #""tally": "all", "warranted": 0"#, config: #""allow_vote_change": true"#,
      network: #""loss": 0.5"#),
    // Each repeats its own victim, so there are as many on both sides unless both victims reject.
    Case(
      testDescription: "each repeats its own victim", metric: .falseApprovalRate,
      value: 1 - 0.8 * 0.8,
      voters: """
        {"name": "h", "role": "honest", "count": 2, "accuracy": 0.8, \(soon)},
        {"name": "m", "role": "colluding", "count": 2, "plan": "mimic", "victims": ["h-1", "h-2"]}
        """,
      workload: #""tally": "all", "warranted": 0"#),
    // One against one would be a tie, so the victim is not outvoted, and it is left alone.
    Case(
      testDescription: "nobody is isolated by a tie", metric: .falseRejectionRate, value: 0.2,
      voters: """
        {"name": "h", "role": "honest", "count": 1, "accuracy": 0.8, \(soon)},
        {"name": "i", "role": "colluding", "count": 1, "plan": "isolate", "victims": ["h-1"]}
        """,
      workload: #""tally": "all", "warranted": 1"#, safeguards: #""ties": "reject""#),
    // With 0.4 it votes as it sees, otherwise as its victim: 0.6 · 0.2 + 0.4 · (1 - 0.8 · 0.7).
    Case(
      testDescription: "camouflage among late votes", metric: .falseApprovalRate, value: 0.296,
      voters: """
        {"name": "h", "role": "honest", "count": 1, "accuracy": 0.8, \(soon)},
        {"name": "m", "role": "colluding", "count": 1, "plan": "mimic", "victims": ["h-1"],
         "accuracy": 0.7, "camouflage": 0.4, \(soon)}
        """,
      workload: #""tally": "quorum", "warranted": 0"#, config: #""quorum_fraction": 1"#),
    // It opposes 6 times in 10: 1 - 0.8 · 0.4.
    Case(
      testDescription: "some misbehave among late votes", metric: .falseApprovalRate, value: 0.68,
      voters: """
        {"name": "h", "role": "honest", "count": 1, "accuracy": 0.8, \(soon)},
        {"name": "o", "role": "byzantine", "count": 1, "strategy": "oppose", "rate": 0.6, \(soon)}
        """,
      workload: #""tally": "quorum", "warranted": 0"#, config: #""quorum_fraction": 1"#),
    // Both arrive and the first decides, in 10 ÷ 3 seconds; or one does, in 5; or none, undecided.
    Case(
      testDescription: "the time of votes of which some are lost", metric: .latencyMean,
      value: (10.0 / 3 / 4 + 5.0 / 2) / (3.0 / 4),
      voters: "{\"name\": \"h\", \"role\": \"honest\", \"count\": 2, \(uniform)}",
      workload: #""tally": "quorum", "deadline": 100"#, network: #""loss": 0.5"#),
    // The two who rush know the proposal first, and call the tally before the three vote; all votes
    // of the moment are counted. Later the two who are always wrong would have turned it.
    Case(
      testDescription: "the faulty vote first", metric: .falseApprovalRate, value: 0,
      voters: """
        {"name": "h", "role": "honest", "count": 3, "latency": 0},
        {"name": "r", "role": "byzantine", "count": 2, "strategy": "rush"},
        {"name": "w", "role": "honest", "count": 2, "accuracy": 0, \(soon)}
        """,
      workload: #""warranted": 0"#, config: #""quorum_fraction": 0.2"#),
    // All are heard when the later of two votes arrives: the third has abstained at the opening.
    Case(
      testDescription: "who abstains is heard", metric: .latencyMean, value: 20.0 / 3,
      voters: """
        {"name": "a", "role": "byzantine", "count": 1, "strategy": "abstain"},
        {"name": "h", "role": "honest", "count": 2, \(uniform)}
        """,
      workload: #""tally": "all", "deadline": 100"#),
  ]

  @Test(arguments: cases)
  func theValueIsTheOneWorkedOut(known: Case) throws {
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "known", "voters": [\(known.voters)], "config": {\(known.config)},
         "safeguards": {\(known.safeguards)}, "network": {\(known.network)},
         "workload": {"proposals": 1\(known.workload.isEmpty ? "" : ", ")\(known.workload)}}
        """
    ).cells[0].scenario
    let analysis = ExactAnalysis(scenario)
    let value = try #require(analysis.value(of: known.metric), "\(analysis.obstacles)")
    #expect((value - known.value).magnitude < 1e-8, "\(value)")
  }

  /// 0.1 and 0.2 together weigh as much as 0.3 or a little more, depending on their order.
  @Test func whereRoundingDecidesThereIsNoValue() throws {
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "rounded", "voters": [
          {"name": "a", "role": "honest", "count": 1, "weight": 0.1, "accuracy": 0.9, \(Self.soon)},
          {"name": "b", "role": "honest", "count": 1, "weight": 0.2, "accuracy": 0.9, \(Self.soon)},
          {"name": "c", "role": "honest", "count": 1, "weight": 0.3, "accuracy": 0.9, \(Self.soon)}],
         "workload": {"tally": "quorum"}, "config": {"quorum_fraction": 1}}
        """
    ).cells[0].scenario
    let analysis = ExactAnalysis(scenario)
    #expect(analysis.value(of: .falseApprovalRate) == nil)
    #expect(
      analysis.obstacles == [
        "sums of the weights are rounded, and near the threshold the order of the votes decides"
      ])
  }
}
