import Consensus
import Exactness
import Experiments
import Metrics
import Scenarios
import Testing

@testable import Tuning

/// A search goes on round by round, whoever works its units out.
struct TuneSearchTests {
  /// Two configurations that a flood leaves open until it is measured.
  static let flooded = TuneStudyTests.four(
    """
    , "tune": {"max_trials": 2000, "search": {"ties": "all"}, "adversaries": [
      {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5},
      {"name": "gone", "role": "absent"}]}
    """)

  private let workers = Workers(threads: 1, interruption: Interruption())

  /// The outcomes of the round, in the order in which they are needed.
  private func outcomes(of search: TuneSearch) throws -> [TuneOutcome] {
    try search.units.indices.map { unit in
      try #require(search.outcome(ofUnit: unit, interruption: Interruption()))
    }
  }

  @Test func outcomesReadBackFromTheirTexts() async throws {
    var search = TuneSearch([try TuneStudyTests.plan(Self.flooded)])
    var kinds: [Bool] = []
    while !search.isOver {
      let outcomes = try outcomes(of: search)
      for (unit, outcome) in outcomes.enumerated() {
        #expect(search.outcome(ofUnit: unit, texts: outcome.texts) == outcome)
        if case .samples = outcome { kinds.append(true) } else { kinds.append(false) }
      }
      #expect(await search.finishRound(outcomes, workers))
    }
    #expect(kinds.contains(true) && kinds.contains(false))
    #expect(search.round > 3)
    #expect(search.progress.trials > 0 && search.progress.trials <= 2000)
    #expect(search.progress.pairsDone == search.progress.pairs)
  }

  @Test(
    arguments: [
      [], [nil], [""], ["e0"], ["e0*9"], ["e0*11"], ["e0*10;u"], ["e0*-10"], ["x*10"], ["e*10"],
      ["e0/1*10"], ["einf*10"], ["b1/0*10"], ["p0*10"], ["e0*10", "e0*10"],
    ] as [[String?]])
  func otherTextsAreNoOutcome(texts: [String?]) throws {
    let search = TuneSearch([try TuneStudyTests.plan(Self.flooded)])
    // Two configurations with five metrics each.
    #expect(search.outcome(ofUnit: 0, texts: ["e0*10"]) != nil)
    #expect(search.outcome(ofUnit: 0, texts: texts) == nil)
    #expect(search.outcome(ofUnit: search.units.count, texts: ["e0*10"]) == nil)
  }

  @Test func anInterruptedUnitHasNoOutcome() async throws {
    var search = TuneSearch([try TuneStudyTests.plan(Self.flooded)])
    let raised = Interruption()
    raised.raise()
    let stopped = Workers(threads: 1, interruption: raised)
    #expect(await stopped.each(3) { $0 } == nil)
    #expect(await search.finishRound(try outcomes(of: search), workers))
    #expect(search.outcome(ofUnit: 0, interruption: raised) == nil)
    let outcomes = try outcomes(of: search)
    #expect(await search.finishRound(outcomes, stopped) == false)
    #expect(search.round == 2, "nothing of the round is taken")
  }

  /// Draws of a panel are equally likely: each value is the mean of what it is in each draw.
  @Test func drawsAreTunedTogether() async throws {
    func text(_ more: String) -> String {
      """
      {"name": "panel", "voters": [
        {"name": "m", "role": "honest", "count": 4, "accuracy": 0.9},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
       "workload": {"proposals": 5}\(more),
       "tune": {"search": {"quorum_fraction": "all", "majority_threshold": "all"},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"},
           {"name": "gone", "role": "absent"}]}}
      """
    }
    let plan = try TuneStudyTests.plan(
      text(
        """
        , "sweep": {"draws": [
          {"label": "weak", "set": {"voters.m.accuracy": 0.6}},
          {"label": "strong", "set": {"voters.m.accuracy": 0.95}}]}
        """))
    #expect(plan.drawCount == 2)
    let study = try await TuneStudyTests.study(plan)
    for configuration in study.configurations {
      let settings = configuration.configuration.settings
      let means = plan.adversaries.map { adversary in
        let analyses = adversary.draws.map { ExactAnalysis($0.changing(settings)) }
        return analyses.reduce(0) { $0 + ($1.value(of: .expectedHarm) ?? .nan) } / 2
      }
      #expect(configuration.worst[plan.harm].value.value == means.dropLast().max())
      #expect(configuration.peace[plan.harm].value == means.last)
    }
    #expect(plan.adversaries[0].draws[0] != plan.adversaries[0].draws[1])
  }

  /// What differs between the draws in trials, too, is their mean.
  @Test func drawsAreMeasuredOneByOne() async throws {
    let text = TuneStudyTests.four(
      """
      , "sweep": {"draws": [
          {"label": "weak", "set": {"voters.m.accuracy": 0.6}},
          {"label": "strong", "set": {"voters.m.accuracy": 0.95}}]},
        "tune": {"max_trials": 3000, "search": {"ties": ["reject"]}, "adversaries": [
          {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}],
          "objectives": ["false_rejection_rate"]}
      """)
    let study = try await TuneStudyTests.study(try TuneStudyTests.plan(text))
    let measured = study.configurations[study.configurations.count - 1].worst[0].value
    #expect(measured.status == .measured)
    let draws = try [0, 1].map { draw in
      let pair = TrialRounds.Pair(
        configuration: study.configurations.count - 1, adversary: 0, draw: draw)
      return try #require(study.rounds.value(pair, .falseRejectionRate))
    }
    #expect(draws[0].trials > 0 && draws[1].trials > 0)
    let weak = try #require(draws[0].value)
    let strong = try #require(draws[1].value)
    #expect(weak > strong)
    #expect(measured.value == (weak + strong) / 2)
    #expect(measured.trials == draws[0].trials + draws[1].trials)
  }

  /// Searches that go on together find what each finds alone.
  @Test func plansAreSearchedTogether() async throws {
    let texts = [0.9, 0.6].map { accuracy in
      Self.flooded.replacing("\"accuracy\": 0.9", with: "\"accuracy\": \(accuracy)")
    }
    let plans = try texts.map { try TuneStudyTests.plan($0) }
    var search = TuneSearch(plans)
    #expect(search.progress.trialsMax == 4000)
    #expect(search.progress.pairs == 2 * plans[0].pairCount)
    while !search.isOver {
      #expect(await search.finishRound(try outcomes(of: search), workers))
    }
    #expect(search.studies.count == 2)
    for (plan, study) in zip(plans, search.studies) {
      let alone = try await TuneStudyTests.study(plan)
      #expect(study.configurations.map(\.worst) == alone.configurations.map(\.worst))
      #expect(study.configurations.map(\.peace) == alone.configurations.map(\.peace))
      #expect(study.trials == alone.trials)
    }
    let harms = search.studies.map { $0.configurations[0].peace[plans[0].harm].value }
    #expect(harms[0] != harms[1])
    #expect(
      search.progress.undecided == search.studies.map(\.undecidedCount).reduce(0, +))
  }

  /// Samples are those of all metrics of a pair that are measured.
  @Test func samplesOfFewerMetricsAreNoOutcome() async throws {
    var search = TuneSearch([try TuneStudyTests.plan(Self.flooded)])
    #expect(await search.finishRound(try outcomes(of: search), workers))
    let outcome = try #require(try outcomes(of: search).first)
    guard case .samples(let samples) = outcome else {
      Issue.record("the second round has trials")
      return
    }
    #expect(samples.lists.count > 1)
    #expect(search.outcome(ofUnit: 0, texts: outcome.texts) == outcome)
    #expect(search.outcome(ofUnit: 0, texts: Array(outcome.texts.dropLast())) == nil)
    #expect(search.outcome(ofUnit: 0, texts: outcome.texts + outcome.texts.prefix(1)) == nil)
  }

  /// What is proven, exact or undefined is so when it is read again.
  @Test func allThatIsKnownReadsBack() throws {
    let plan = try TuneStudyTests.plan(
      TuneStudyTests.four(
        """
        , "tune": {"search": {"ties": "all"}, "objectives": ["false_approval_rate"],
          "adversaries": [{"name": "gone", "role": "absent"}]}
        """))
    let search = TuneSearch([plan])
    let outcome = TuneOutcome.values([
      [.never, .exact(0.25)], [.undefined, .bounded(0.125...0.5)],
    ])
    #expect(plan.metrics.count == 2)
    #expect(outcome.texts.count == 1)
    #expect(search.outcome(ofUnit: 0, texts: outcome.texts) == outcome)
  }
}
