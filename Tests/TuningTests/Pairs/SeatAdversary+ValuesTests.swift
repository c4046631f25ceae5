import Scenarios
import Testing

@testable import Tuning

/// What is known of metrics without trials, and how.
struct SeatAdversaryValuesTests {
  private func values(_ plan: TunePlan, _ adversary: Int) -> [PairValue] {
    plan.adversaries[adversary].values(
      under: [plan.configurations[plan.own].settings], of: plan.metrics)[0]
  }

  private func isNear(_ range: ClosedRange<Double>?, _ low: Double, _ high: Double) -> Bool {
    guard let range else { return false }
    return (range.lowerBound - low).magnitude < 1e-12 && (range.upperBound - high).magnitude < 1e-12
  }

  /// Who holds back what suits it needs one mistake of three voters, whom a liar joins.
  ///
  /// Nobody tells the scheduler which votes those are, so this is a limit, not a value.
  @Test func whatNobodyMayBringAboutIsALimitFromAbove() throws {
    let plan = try TuneStudyTests.plan(
      """
      {"name": "four", "voters": [
        {"name": "m", "role": "honest", "count": 3, "accuracy": 0.9},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
       "safeguards": {"authentication": "hmac", "tally": "decisive"},
       "network": {"scheduler": "adversarial", "max_delay": 60}, "workload": {"proposals": 5},
       "tune": {"objectives": ["false_rejection_rate"], "search": {"majority_threshold": [0.5]},
         "adversaries": "worst"}}
      """)
    let value = values(plan, 0)[0]
    #expect(value.status == .bounded)
    #expect(value.value == nil)
    #expect(isNear(value.range, 0, 1 - 0.9 * 0.9 * 0.9))
  }

  /// Where all is warranted, nothing can be approved falsely.
  @Test(arguments: [(0, 1), (1, 0)])
  func whatDoesNotOccurIsUndefined(warranted: Int, open: Int) throws {
    let plan = try TuneStudyTests.plan(
      """
      {"name": "four", "voters": [
        {"name": "m", "role": "honest", "count": 3, "accuracy": 0.9},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
       "workload": {"proposals": 5, "warranted": \(warranted)},
       "tune": {"objectives": ["false_approval_rate", "false_rejection_rate"],
         "search": {"majority_threshold": [0.7]},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """)
    let known = values(plan, 0)
    #expect(known[1 - open] != .undefined)
    #expect(known[open] == .undefined)
  }

  /// More than half must approve, and of four who never err one lies.
  @Test func whatACertificateRulesOutIsProven() throws {
    let plan = try TuneStudyTests.plan(
      """
      {"name": "four", "voters": [
        {"name": "m", "role": "honest", "count": 3, "accuracy": 1},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
       "safeguards": {"authentication": "hmac", "ties": "reject"},
       "workload": {"proposals": 5}, "tune": {"objectives": ["false_approval_rate"],
         "search": {"ties": ["reject"]}, "adversaries": [
           {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5},
           {"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """)
    #expect(values(plan, 0)[0] == .never)
    #expect(values(plan, 1)[0] == .never)
  }
}
