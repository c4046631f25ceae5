import Experiments
import Metrics
import Testing

@testable import Tuning

/// What trials would probably show, of a metric of which less is worse.
struct TrialOutlookTests {
  /// Two thresholds of three honest voters and a traitor, of which nothing is known without trials.
  ///
  /// - Parameter other: the other adversary beside a liar.
  static func measured(
    trials: Int, limit: Double, other: String = #"{"name": "gone", "role": "absent"}"#
  ) throws -> TunePlan {
    var plan = try TuneStudyTests.plan(
      TuneStudyTests.four(
        """
        , "tune": {"max_trials": \(trials), "objectives": ["correct_rate"],
          "search": {"majority_threshold": [0.5, 0.8]},
          "constraints": [{"metric": "correct_rate", "at_least": \(limit)}],
          "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"},
            \(other)]}
        """))
    plan.knowsWithoutTrials = false
    return plan
  }

  /// A study with as many trials of each pair.
  static func evenly(_ plan: TunePlan, trials: Int) async throws -> TuneStudy {
    var study = TuneStudy(plan, known: try await TuneStudyTests.study(plan).known)
    let workers = Workers(threads: 1, interruption: Interruption())
    let wanted = study.rounds.pairs.keys.sorted().map {
      TrialRounds.Wanted(pair: $0, trials: trials)
    }
    var outcomes: [(TuneUnit, TuneOutcome)] = []
    for unit in study.rounds.units(for: wanted, most: .max) {
      guard case .trials(let pair, let numbers) = unit else { continue }
      var trials = Trials(plan.scenario(of: pair))
      let samples = trials.scores(of: numbers).flatMap { study.rounds.samples($0, of: pair) }
      outcomes.append((unit, .samples(try #require(samples))))
    }
    let narrowed = try #require(await workers.narrowed(wanted, by: outcomes, in: study.rounds))
    study.add(narrowed, asked: TrialRequest(purpose: .front, wanted: wanted))
    let places = Array(study.configurations.indices)
    study.add(try #require(await workers.compared(in: study, changed: places)))
    return study
  }

  @Test func lessIsWorse() async throws {
    let plan = try Self.measured(trials: 0, limit: 0.75)
    let study = try await Self.evenly(plan, trials: 64)
    let outlook = TrialOutlook(study, of: [0, 1])
    for place in [0, 1] {
      let values = try [0, 1].map { adversary in
        try #require(study.drawValues(place, adversary, 0)[0].value, "all pairs were tried")
      }
      #expect(outlook.value(place, 0) == -min(values[0], values[1]))
    }
  }

  /// Distances of limits shrink with the root of the trials.
  @Test func aLimitNearByTakesTheMostTrials() async throws {
    let plan = try Self.measured(
      trials: 0, limit: 0.75,
      other: #"{"name": "twin", "role": "byzantine", "strategy": "oppose"}"#)
    let study = try await Self.evenly(plan, trials: 64)
    let outlook = TrialOutlook(study, of: [0, 1])
    let known = [0, 1].map { study.drawValues(0, $0, 0)[0] }
    let values = try known.map { try #require($0.value) }
    let ranges = try known.map { try #require($0.range) }
    // Both adversaries leave less than this right: it must be shown of one of them.
    let more = (max(values[0], values[1]) + min(ranges[0].upperBound, ranges[1].upperBound)) / 2
    let broken = outlook.ways(toJudge: 0, 0, -more)
    let trials = [0, 1].map { adversary in
      let ratio = (ranges[adversary].upperBound - values[adversary]) / (more - values[adversary])
      return Double(known[adversary].trials) * ratio * ratio
    }
    #expect(broken.count == 1)
    let least = min(trials[0], trials[1])
    #expect(((broken.first?.trials ?? 0) / least - 1).magnitude < 1e-9)
    // Both leave more than this right: it must be shown of both.
    let less = (min(values[0], values[1]) + max(ranges[0].lowerBound, ranges[1].lowerBound)) / 2
    let kept = outlook.ways(toJudge: 0, 0, -less)
    #expect(kept.map(\.adversary) == [0, 1])
    for (adversary, way) in kept.enumerated() {
      let ratio = (values[adversary] - ranges[adversary].lowerBound) / (values[adversary] - less)
      let expected = Double(known[adversary].trials) * ratio * ratio
      #expect((way.trials / expected - 1).magnitude < 1e-9)
    }
  }
}
