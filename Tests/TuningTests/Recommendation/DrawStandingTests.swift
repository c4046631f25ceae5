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

  /// What may be better, or may break a limit, leaves a draw open; what is surely so decides it.
  @Test(
    arguments: [
      (.bounded(0.1...0.5), .exact(0.1), 1, 0),
      (.bounded(0.3...0.5), .exact(0.1), 1, 0), (.bounded(0.45...0.5), .exact(0.1), 1, 1),
      (.bounded(0.1...0.2), .exact(0.1), 2, 0), (.bounded(0.1...0.2), .bounded(0.4...0.6), 1, 0),
      (.bounded(0.1...0.2), .bounded(0.55...0.6), 1, 1),
    ] as [(PairValue, PairValue, Int, Int)])
  func onlyWhatIsSureIsCounted(
    harm: PairValue, rate: PairValue, stands: Int, falls: Int
  ) async throws {
    let plan = try TuneStudyTests.plan(
      TuneStudyTests.four(
        """
        , "sweep": {"draws": [{"label": "a", "set": {"voters.m.accuracy": 0.6}},
            {"label": "b", "set": {"voters.m.accuracy": 0.8}}]},
          "tune": {"search": {"ties": "all"}, "objectives": ["false_approval_rate"],
            "constraints": [{"metric": "false_approval_rate", "at_most": 0.5}],
            "adversaries": [{"name": "gone", "role": "absent"}]}
        """))
    #expect(plan.metrics == [.falseApprovalRate, .expectedHarm])
    // By configuration, adversary, draw and metric: the other one has a harm of 0.2 to 0.4.
    let sure = [PairValue.exact(0.1), .exact(0.1)]
    let own = [[rate, harm], sure]
    let other = [[PairValue.exact(0.1), .bounded(0.2...0.4)], [.exact(0.1), .exact(0.3)]]
    let study = TuneStudy(plan, known: [[own, [sure, sure]], [other, [sure, sure]]])
    #expect(study.standing(of: 0) == DrawStanding(draws: 2, stands: stands, falls: falls))
  }

  @Test func aScenarioThatIsCertainHasNoDraws() async throws {
    let text = TuneStudyTests.four(", \"tune\": {\"search\": {\"ties\": \"all\"}}")
    let study = try await TuneStudyTests.study(try TuneStudyTests.plan(text))
    #expect(study.standing(of: 0) == nil)
  }
}
