import Consensus
import Exactness
import Experiments
import Metrics
import Scenarios
import TestSupport
import Testing

@testable import Tuning

/// A study says of each configuration what asking one by one says.
struct TuneStudyTests {
  /// Four monitors, one of whom may be compromised.
  static func four(_ more: String = "") -> String {
    """
    {"name": "four", "voters": [
      {"name": "m", "role": "honest", "count": 3, "accuracy": 0.9, "abstain": 0.05},
      {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
     "safeguards": {"authentication": "hmac"}, "workload": {"proposals": 5}\(more)}
    """
  }

  static func plan(_ text: String, pairsMax: Int = TunePlan.pairsMax) throws -> TunePlan {
    let file = try ScenarioFile.checked(
      Array(text.utf8), overrides: [], vocabulary: .standard, isTuned: true
    ).file
    return try TunePlan(
      try #require(file.tuneCases.first, "a request is added"), .standard, pairsMax: pairsMax)
  }

  static func study(
    _ plan: TunePlan, threads: Int = 2, afterRound: (TuneStudy) -> Void = { _ in }
  ) async throws -> TuneStudy {
    let workers = Workers(threads: threads, interruption: Interruption())
    var search = TuneSearch([plan])
    while !search.isOver {
      let round = search
      let outcomes = try #require(
        await workers.each(round.units.count) { unit in
          round.outcome(ofUnit: unit, interruption: Interruption())
        }, "nobody interrupts it")
      #expect(await search.finishRound(outcomes, workers))
      afterRound(search.studies[0])
    }
    return search.studies[0]
  }

  /// All is exact without the flood, so everything can be asked one by one.
  @Test func agreesWithFullEnumeration() async throws {
    let plan = try Self.plan(
      Self.four(
        """
        , "tune": {
          "search": {"quorum_fraction": "all", "majority_threshold": "all", "ties": "all"},
          "adversaries": [
            {"name": "liar", "role": "byzantine", "strategy": "oppose"},
            {"name": "mover", "role": "byzantine", "strategy": "last_mover"},
            {"name": "coin", "role": "colluding", "plan": "lockstep"},
            {"name": "gone", "role": "absent"}],
          "constraints": [{"metric": "quorum_failure_rate", "at_most": 0.2}]}
        """))
    let study = try await Self.study(plan)
    #expect(study.configurations.count == 26)
    #expect(study.plan.adversaries.map(\.name) == ["liar", "mover", "coin", "gone", "peace"])
    let harm = try #require(study.plan.metrics.firstIndex(of: .expectedHarm))
    var vectors: [[Double]] = []
    var harms: [(harm: Double, peace: Double, isFeasible: Bool)] = []
    for configuration in study.configurations {
      let settings = configuration.configuration.settings
      let values = study.plan.adversaries.map { adversary in
        let analysis = ExactAnalysis(adversary.scenario.changing(settings))
        return study.plan.metrics.map { analysis.value(of: $0) ?? -1 }
      }
      let worst = study.plan.metrics.indices.map { metric in
        values.dropLast().map { $0[metric] }.max()
      }
      #expect(
        zip(configuration.worst, worst).allSatisfy { $0.value.value ?? -1 == $1 },
        "\(configuration.number)")
      #expect(
        configuration.worst.allSatisfy {
          [.exact, .proven].contains($0.value.status)
        })
      #expect(configuration.peace[harm].value == values[4][harm])
      vectors.append(plan.request.aims.indices.map { worst[$0] ?? -1 })
      let failure = try #require(study.plan.metrics.firstIndex(of: .quorumFailureRate))
      let isFeasible = (worst[failure] ?? 1) <= 0.2
      #expect(configuration.feasible == (isFeasible ? .yes : .no))
      harms.append((worst[harm] ?? 1, values[4][harm], isFeasible))
    }
    for (place, vector) in vectors.enumerated() {
      // What breaks a limit beats nothing.
      let isBeaten = vectors.indices.contains { other in
        harms[other].isFeasible
          && zip(vectors[other], vector).allSatisfy { !$0.isClearlyAbove($1) }
          && zip(vectors[other], vector).contains { $1.isClearlyAbove($0) }
      }
      let isIn = harms[place].isFeasible && !isBeaten
      #expect(study.configurations[place].front == (isIn ? .yes : .no), "\(place)")
    }
    let least = harms.filter(\.isFeasible).map(\.harm).min() ?? 1
    let best = harms.indices.filter {
      harms[$0].isFeasible && !harms[$0].harm.isClearlyAbove(least)
    }
    let peace = best.map { harms[$0].peace }.min() ?? 1
    guard case .found(let chosen) = study.outcome else {
      Issue.record("all is exact, so the best is known")
      return
    }
    let rivals = best.filter { !harms[$0].peace.isClearlyAbove(peace) }
    #expect(rivals.contains(chosen))
    let changes = rivals.map { study.configurations[$0].changes }.min()
    #expect(study.configurations[chosen].changes == changes)
    #expect(Set(study.configurations.map(\.feasible)) == [.yes, .no])
  }

  @Test func ownSettingsAreLookedAtEvenIfTheyAreNotSearched() async throws {
    let study = try await Self.study(
      try Self.plan(
        Self.four(
          #", "tune": {"search": {"quorum_fraction": [0.8]}, "adversaries": "worst"}"#)))
    #expect(study.configurations.map(\.number) == [0, 1])
    #expect(study.plan.own == 0)
    #expect(study.configurations[0].configuration.settings == study.plan.scenario.ruleSettings)
    #expect(study.configurations[0].changes == 0)
    #expect(study.configurations[1].changes == 1)
  }

  @Test func whatNobodyKnowsLeavesTheBestUndecided() async throws {
    let study = try await Self.study(
      try Self.plan(
        Self.four(
          """
          , "tune": {"max_trials": 0, "search": {"ties": "all"}, "adversaries": [
            {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]}
          """)))
    guard case .undecided = study.outcome else {
      Issue.record("a flood at times is neither exact nor bounded")
      return
    }
    #expect(study.configurations.allSatisfy { $0.front == .undecided })
    #expect(study.configurations[0].worst[0].value == .bounded(0...1))
  }

  /// Of a flood nothing is known without trials; what it may break or keep is left open.
  @Test(arguments: [
    (#"{"metric": "false_approval_rate", "at_most": 0.5}"#, Judgement.undecided),
    (#"{"metric": "correct_rate", "at_least": 0.5}"#, .undecided),
    (#"{"metric": "false_approval_rate", "at_most": 1}"#, .yes),
    (#"{"metric": "correct_rate", "at_least": 0}"#, .yes),
  ])
  func aLimitWithinBoundsIsLeftOpen(constraint: String, feasible: Judgement) async throws {
    let study = try await Self.study(
      try Self.plan(
        Self.four(
          """
          , "tune": {"max_trials": 0, "search": {"quorum_fraction": [0.5]},
            "constraints": [\(constraint)], "adversaries": [
              {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]}
          """)))
    #expect(study.configurations.map(\.feasible) == [feasible])
    #expect(study.outcome == (feasible == .yes ? .found(0) : .undecided(likeliest: 0)))
  }

  @Test func noConfigurationKeepsAnImpossibleLimit() async throws {
    let study = try await Self.study(
      try Self.plan(
        Self.four(
          """
          , "tune": {"adversaries": "worst", "search": {"ties": "all"},
            "constraints": [{"metric": "expected_harm", "at_most": 0}]}
          """)))
    #expect(study.outcome == .nothingFeasible)
  }

  @Test func aLargeSearchNamesTheFieldToLeaveOut() throws {
    let text = """
      {"name": "large", "voters": [
        {"name": "m", "role": "honest", "count": 7, "accuracy": 0.9}],
       "workload": {"actions": {"quarantine": 1, "terminate": 1}}, "tune": {"faults": 2}}
      """
    do {
      _ = try Self.plan(text, pairsMax: 10_000)
      Issue.record("there are 1,745 configurations of fractions alone, and 22 adversaries")
    } catch let error as TunePlan.TooManyPairs {
      #expect(error.field == "supermajority_threshold")
    }
  }

  @Test func manyWeightsAreTriedOnAGrid() async throws {
    let voters = (0..<10).map { number -> String in
      let weight = 1 + 0.37 * Double(number)
      return """
        {"name": "m\(number)", "role": "honest", "count": 1, "accuracy": 0.9, "weight": \(weight)}
        """
    }
    let study = try await Self.study(
      try Self.plan(
        """
        {"name": "many", "voters": [\(voters.joined(separator: ", "))],
         "workload": {"proposals": 5},
         "tune": {"faults": 1, "search": {"quorum_fraction": {"from": 0.55, "to": 0.58}},
           "adversaries": [{"name": "gone", "role": "absent"}]}}
        """))
    #expect(study.plan.isGrid)
    let fractions = study.configurations.map { $0.configuration.settings.config.quorumFraction }
    // The scenario's own comes first.
    let expected: [Double] = [0.5, 5.0 / 9, 4.0 / 7]
    #expect(fractions == expected)
  }
}
