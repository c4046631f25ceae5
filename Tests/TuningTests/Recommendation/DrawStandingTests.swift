import Exactness
import Metrics
import Scenarios
import TestSupport
import Testing

@testable import Tuning

/// In how many draws, each taken alone, the advice over all of them stands.
struct DrawStandingTests {
  private static func panel(_ more: String = "") -> String {
    """
    {"name": "panel", "voters": [
      {"name": "m", "role": "honest", "count": 4, "accuracy": 0.9},
      {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
     "workload": {"proposals": 5}, "costs": {"false_approval": 3},
     "sweep": {"draws": [
      {"label": "a", "set": {"voters.m.accuracy": 0.55}},
      {"label": "b", "set": {"voters.m.accuracy": 0.7}},
      {"label": "c", "set": {"voters.m.accuracy": 0.8}},
      {"label": "d", "set": {"voters.m.accuracy": 0.9}},
      {"label": "e", "set": {"voters.m.accuracy": 0.97}}]},
     "tune": {"search": {"quorum_fraction": [0.5, 0.9], "majority_threshold": "all"},
      "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"},
        {"name": "gone", "role": "absent"}]\(more)}}
    """
  }

  /// The worst of a metric over all adversaries in one draw, asked one by one.
  private static func worst(
    _ metric: Metric, of configuration: TunedConfiguration, draw: Int, in plan: TunePlan
  ) -> Double {
    plan.adversaries.dropLast().compactMap { adversary in
      ExactAnalysis(adversary.draws[draw].changing(configuration.configuration.settings))
        .value(of: metric)
    }.max() ?? .nan
  }

  @Test(arguments: [nil, 0.2, 0.02] as [Double?])
  func countsTheDrawsInWhichItIsTheBest(limit: Double?) async throws {
    let constraints = limit.map {
      ", \"constraints\": [{\"metric\": \"false_approval_rate\", \"at_most\": \($0)}]"
    }
    let study = try await TuneStudyTests.study(
      try TuneStudyTests.plan(Self.panel(constraints ?? "")))
    let plan = study.plan
    func all(_ metric: Metric) -> [[Double]] {
      (0..<plan.drawCount).map { draw in
        study.configurations.map { Self.worst(metric, of: $0, draw: draw, in: plan) }
      }
    }
    let (rates, harms) = (all(.falseApprovalRate), all(.expectedHarm))
    var seen = Set<Bool>()
    for place in study.configurations.indices {
      let stands = (0..<plan.drawCount).count { draw in
        let kept = study.configurations.indices.filter { rates[draw][$0] <= limit ?? 1 }
        let least = kept.map { harms[draw][$0] }.min() ?? 0
        let isBest = kept.contains(place) && harms[draw][place] <= least + 1e-12
        seen.insert(isBest)
        return isBest
      }
      let standing = try #require(study.standing(of: place))
      #expect(
        standing
          == DrawStanding(draws: 5, stands: stands, falls: 5 - stands), "no. \(place)")
    }
    #expect(seen == [true, false])
  }

  /// What trials have not told yet is neither.
  @Test func whatIsNotKnownIsNotCounted() async throws {
    var plan = try TuneStudyTests.plan(Self.panel(", \"max_trials\": 0"))
    plan.knowsWithoutTrials = false
    let study = try await TuneStudyTests.study(plan)
    #expect(study.standing(of: 0) == DrawStanding(draws: 5, stands: 0, falls: 0))
  }

  @Test func aScenarioThatIsCertainHasNoDraws() async throws {
    let text = TuneStudyTests.four(", \"tune\": {\"search\": {\"ties\": \"all\"}}")
    let study = try await TuneStudyTests.study(try TuneStudyTests.plan(text))
    #expect(study.standing(of: 0) == nil)
  }
}
