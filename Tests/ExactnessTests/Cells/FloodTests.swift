import Consensus
import Metrics
import Scenarios
import TestSupport
import Testing

@testable import Exactness

/// Voters who flood open a number of proposals that is known, each of them unwarranted.
struct FloodTests {
  private func scenario(_ more: String = "", voters: String = "", flood: String = "") throws
    -> Scenario
  {
    try ScenarioFile(
      parsing: """
        {"name": "flood", "voters": [
          {"name": "h", "role": "honest", "count": 4, "accuracy": 0.75},
          {"name": "f", "role": "byzantine", "strategy": "flood", "count": 2\(flood)}\(voters)],
         "config": {"max_active_proposals": 3}, "workload": {"proposals": 7\(more)}}
        """
    ).cells[0].scenario
  }

  /// Six voters take turns; two of the first seven proposals are of those who flood.
  @Test func aVoterOpensItsLimitLessItsOwnProposal() throws {
    let scenario = try scenario()
    func flooded(_ first: Int, _ count: Int) -> Int {
      scenario.floodedProposals(in: StationaryPhase(first: first, count: count))
    }
    #expect(flooded(1, 7) == 7 * 2 * 3 - 2)
    #expect(flooded(1, 4) == 4 * 2 * 3)
    #expect(flooded(5, 2) == 2 * 2 * 3 - 2)
    #expect((1...7).map { flooded($0, 1) } == [6, 6, 6, 6, 5, 5, 6])
    // Who is absent proposes nothing.
    let absent = try self.scenario(voters: #", {"name": "gone", "role": "absent", "count": 5}"#)
    #expect(absent.floodedProposals(in: StationaryPhase(first: 1, count: 7)) == 40)
  }

  /// Rates are those of all proposals: 7 of the workload, half of them warranted, and 40 others.
  @Test func ratesAreOfAllProposals() throws {
    let analysis = ExactAnalysis(try scenario())
    #expect(analysis.obstacles.isEmpty)
    // Of four honest voters and two liars, a tie approves.
    let allRight = 0.75 * 0.75 * 0.75 * 0.75
    let oneWrong = 4 * 0.25 * 0.75 * 0.75 * 0.75
    let approved = 1 - allRight
    let rejected = 1 - allRight - oneWrong
    func expectNear(_ value: Double?, _ expected: Double) {
      #expect(((value ?? -1) - expected).magnitude < 1e-14)
    }
    expectNear(analysis.value(of: .falseApprovalRate), approved)
    expectNear(analysis.value(of: .falseRejectionRate), rejected)
    expectNear(
      analysis.value(of: .expectedHarm), (43.5 * approved + 3.5 * rejected) / 47)
    var safe = 1.0
    for _ in 0..<40 { safe *= allRight }
    for _ in 0..<7 { safe *= 0.5 + 0.5 * allRight }
    expectNear(analysis.value(of: .unsafeTrialRate), 1 - safe)
  }

  @Test func aFloodIsUnwarrantedEvenIfNothingElseIs() throws {
    let analysis = ExactAnalysis(try scenario(#", "warranted": 1"#))
    #expect(analysis.value(of: .falseApprovalRate) != nil)
  }

  @Test(arguments: [
    (#", "interval": 8"#, "", "some of its earlier ones may still be open"),
    (#", "deadline": 11"#, "", "some of its earlier ones may still be open"),
    ("", #", "rate": 0.5"#, "only on some of the others"),
  ])
  func anUnknownNumberIsSaid(workload: String, flood: String, reason: String) throws {
    let analysis = ExactAnalysis(try scenario(workload, flood: flood))
    #expect(analysis.value(of: .falseApprovalRate) == nil)
    #expect(analysis.obstacles.contains { $0.hasPrefix("f: it opens") && $0.contains(reason) })
  }
}
