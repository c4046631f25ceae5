import Guarantees
import Scenarios
import Testing

@testable import Tuning

/// How many faulty voters the guarantees withstand.
///
/// Of four voters two are a quorum. Ordinary actions are approved by one half, and critical ones by
/// two thirds. So one liar and one honest voter approve an ordinary action, and reject a critical one;
/// two liars alone reject either, and approve a critical one together with an honest voter.
struct WithstoodFaultsTests {
  private func scenario(_ actions: String) throws -> Scenario {
    try TuneStudyTests.plan(
      """
      {"name": "four", "voters": [{"name": "m", "role": "honest", "count": 4, "accuracy": 1}],
       "safeguards": {"authentication": "hmac"},
       "workload": {"proposals": 5, "actions": {\(actions)}},
       "tune": {"faults": 1, "search": {"ties": "all"}, "adversaries": "worst"}}
      """
    ).scenario
  }

  private func tolerated(_ draws: [Scenario], _ guarantee: Guarantee) -> Int? {
    WithstoodFaults.all(draws).first { $0.guarantee == guarantee }?.tolerated
  }

  @Test(arguments: [
    (#""quarantine": 1"#, 0, 1), (#""terminate": 1"#, 1, 0),
    (#""quarantine": 1, "terminate": 1"#, 0, 0),
  ])
  func isToldOfActionsThatAreProposed(actions: String, approval: Int, rejection: Int) throws {
    let scenario = try scenario(actions)
    #expect(tolerated([scenario], .noFalseApproval) == approval)
    #expect(tolerated([scenario], .noFalseRejection) == rejection)
  }

  @Test func isThatOfTheWorstDraw() throws {
    let draws = [try scenario(#""quarantine": 1"#), try scenario(#""terminate": 1"#)]
    #expect(tolerated(draws, .noFalseApproval) == 0)
    #expect(tolerated(draws, .noFalseRejection) == 0)
    #expect(tolerated([draws[1], draws[1]], .noFalseApproval) == 1)
  }
}
