import Consensus
import Experiments
import Guarantees
import Metrics
import Scenarios
import TestSupport
import Testing

@testable import Tuning

/// What is recommended, and the way there.
struct RecommendationTests {
  private func tuned(_ text: String) async throws -> (study: TuneStudy, Recommendation) {
    let plan = try TuneStudyTests.plan(text)
    let study = try await TuneStudyTests.study(plan)
    let recommendation = try #require(
      await plan.recommendation(
        from: study, workers: Workers(threads: 1, interruption: Interruption())))
    return (study, recommendation)
  }

  private static let searched = """
    , "tune": {"search": {"quorum_fraction": "all", "ties": "all", "tally": "all"},
      "adversaries": [
        {"name": "rush", "role": "byzantine", "strategy": "rush"},
        {"name": "gone", "role": "absent"}]}
    """

  /// Each step changes one field, and the last one leads to what the configuration itself is.
  @Test func thePathEndsAtTheRecommendation() async throws {
    let (study, recommendation) = try await tuned(TuneStudyTests.four(Self.searched))
    let place = try #require(recommendation.outcome.place)
    let chosen = study.configurations[place]
    #expect(!recommendation.path.isEmpty)
    #expect(
      Set(recommendation.path.map(\.field.key))
        == Set(
          chosen.configuration.changes(from: study.plan.scenario.ruleSettings).map(\.key)))
    let last = try #require(recommendation.path.last)
    for (metric, worst) in zip(study.plan.metrics, zip(last.worst, chosen.worst)) {
      #expect(worst.0 == worst.1, "\(metric)")
    }
    #expect(last.peace == chosen.peace)
    for step in recommendation.path {
      #expect(step.before == step.field.value(in: study.plan.scenario.ruleSettings))
      #expect(step.after == step.field.value(in: chosen.configuration.settings))
    }
  }

  /// The first step is the one that helps most.
  @Test func thePathBeginsWithWhatHelpsMost() async throws {
    let (study, recommendation) = try await tuned(TuneStudyTests.four(Self.searched))
    let harm = try #require(study.plan.metrics.firstIndex(of: .expectedHarm))
    let first = try #require(recommendation.path.first)
    let least = try #require(first.worst[harm].value.value)
    let chosen = study.configurations[try #require(recommendation.outcome.place)]
    for step in recommendation.path.dropFirst() {
      var settings = study.plan.scenario.ruleSettings
      try step.field.set(step.after, in: &settings)
      let harms = study.plan.adversaries.dropLast().compactMap {
        $0.values(under: [settings], of: [.expectedHarm])[0][0].value
      }
      #expect(!least.isClearlyAbove(try #require(harms.max())))
    }
    #expect(chosen.changes == recommendation.path.count)
  }

  @Test func theWorstAdversaryIsShownByItsScenario() async throws {
    let (study, recommendation) = try await tuned(TuneStudyTests.four(Self.searched))
    let place = try #require(recommendation.outcome.place)
    let harm = try #require(study.plan.metrics.firstIndex(of: .expectedHarm))
    let worst = try #require(recommendation.worstAdversary)
    #expect(
      study.configurations[place].worst[harm].adversary.map { study.plan.adversaries[$0].name }
        == worst.name)
    #expect(worst.canBeTraced)
    #expect(
      worst.scenario.ruleSettings == study.configurations[place].configuration.settings)
    // Whoever is told to look for an outcome finds it.
    let outcome = try #require(worst.outcome)
    var trials = Trials(worst.scenario)
    #expect(trials.first(outcome, upTo: worst.scenario.trials) != nil)
  }

  /// A liar has 0.271 of what is unwarranted approved, and 0.028 of what is warranted rejected.
  ///
  /// Of each hundred proposals, five are unwarranted: false rejections are the more frequent.
  @Test(arguments: [(1000, BadOutcome.falseRejection), (50, nil)] as [(Int, BadOutcome?)])
  func theMostFrequentOutcomeIsLookedFor(trials: Int, outcome: BadOutcome?) async throws {
    let (_, recommendation) = try await tuned(
      """
      {"name": "four", "trials": \(trials), "voters": [
        {"name": "m", "role": "honest", "count": 3, "accuracy": 0.9},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
       "workload": {"proposals": 5, "warranted": 0.95},
       "tune": {"search": {"quorum_fraction": [0.5]},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """)
    let worst = try #require(recommendation.worstAdversary)
    #expect(worst.name == "liar")
    #expect(worst.outcome == outcome)
  }

  @Test func aBestAdversaryHasNoTrialsToShow() async throws {
    let (_, recommendation) = try await tuned(
      TuneStudyTests.four(#", "tune": {"search": {"ties": "all"}, "adversaries": "worst"}"#))
    #expect(recommendation.worstAdversary?.canBeTraced == false)
  }

  @Test func ownSettingsThatAreBestNeedNoChange() async throws {
    let (study, recommendation) = try await tuned(
      TuneStudyTests.four(
        """
        , "tune": {"search": {"audit": "all"}, "adversaries": [{"name": "gone", "role": "absent"}]}
        """))
    #expect(recommendation.outcome == .found(study.plan.own))
    #expect(recommendation.path.isEmpty)
    #expect(study.configurations.count == 1)
  }

  /// All four always vote, so that a quorum of one is as good as one of two.
  @Test func whatIsAsGoodIsNotChanged() async throws {
    let (study, recommendation) = try await tuned(
      """
      {"name": "four", "voters": [
        {"name": "m", "role": "honest", "count": 3, "accuracy": 0.9},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
       "workload": {"proposals": 5},
       "tune": {"search": {"quorum_fraction": [0.2, 0.5]},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """)
    #expect(study.configurations.map(\.changes) == [1, 0])
    #expect(study.configurations[0].worst == study.configurations[1].worst)
    #expect(recommendation.outcome == .found(1))
    #expect(recommendation.path.isEmpty)
  }

  @Test func guaranteesAreThoseOfTheConfiguration() async throws {
    let (_, recommendation) = try await tuned(
      TuneStudyTests.four(
        """
        , "tune": {"search": {"rule": ["certificate"]}, "constraints": [
            {"metric": "false_approval_rate", "at_most": 0.1}],
          "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}
        """))
    let safe = try #require(recommendation.withstood.first { $0.guarantee == .noFalseApproval })
    #expect(safe.tolerated == 2)
    #expect(safe.broken.contains { $0.hasPrefix("honest right") })
  }
}
