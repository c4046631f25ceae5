import Experiments
import Testing

@testable import Tuning

/// How far the cost of false approvals may move, against tuning the changed scenario from scratch.
struct PlanCostStabilityTests {
  private static func text(_ factor: Double) -> String {
    """
    {"name": "five", "voters": [
      {"name": "m", "role": "honest", "count": 4, "accuracy": 0.9, "abstain": 0.05},
      {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
     "workload": {"proposals": 5, "actions": {"quarantine": 1, "terminate": 1}},
     "costs": {"false_approval": {"terminate": \(4 * factor), "*": \(factor)},
       "false_rejection": 1.5, "quorum_failure": 0.5},
     "tune": {"search": {"quorum_fraction": [0.3, 0.7], "majority_threshold": "all"},
       "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"},
         {"name": "gone", "role": "absent"}]}}
    """
  }

  private func harms(_ factor: Double) async throws -> [Double] {
    let study = try await TuneStudyTests.study(try TuneStudyTests.plan(Self.text(factor)))
    return try study.configurations.map {
      try #require($0.worst[study.plan.harm].value.value, "all is exact")
    }
  }

  @Test func nothingIsBetterInside() async throws {
    let plan = try TuneStudyTests.plan(Self.text(1))
    let study = try await TuneStudyTests.study(plan)
    let chosen = try #require(study.outcome.place)
    let workers = Workers(threads: 1, interruption: Interruption())
    guard
      case .known(let found) = await plan.costStability(of: chosen, in: study, workers: workers)
    else {
      Issue.record("all is exact")
      return
    }
    let greatest = try #require(found.greatest)
    let above = try #require(found.betterAbove)
    let below = try #require(found.betterBelow)
    #expect(found.least > 0 && found.least < 1 && greatest > 1)
    for factor in [found.least * (1 + 1e-6), 1, greatest * (1 - 1e-6)] {
      let harms = try await harms(factor)
      #expect(harms.allSatisfy { harms[chosen] <= $0 + 1e-12 }, "\(factor)")
    }
    let (low, high) = (
      try await harms(found.least * (1 - 1e-6)), try await harms(greatest * (1 + 1e-6))
    )
    #expect(low[below] < low[chosen])
    #expect(high[above] < high[chosen])
  }

  /// The best adversary aims at what costs most, which changes with the costs.
  @Test func isUnknownOfTheBestAdversary() async throws {
    let plan = try TuneStudyTests.plan(
      TuneStudyTests.four(#", "tune": {"search": {"ties": "all"}, "adversaries": "worst"}"#))
    let study = try await TuneStudyTests.study(plan)
    let workers = Workers(threads: 1, interruption: Interruption())
    guard case .unknown = await plan.costStability(of: 0, in: study, workers: workers) else {
      Issue.record("it is known")
      return
    }
  }
}
