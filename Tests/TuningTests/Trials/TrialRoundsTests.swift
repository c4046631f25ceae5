import Consensus
import Experiments
import Metrics
import Scenarios
import TestSupport
import Testing

@testable import Tuning

/// What trials alone find out, held against what is exactly known.
struct TrialRoundsTests {
  /// A small search with random voters, rules and adversaries.
  static func problem(_ numbers: inout SplitMix64, trials: Int) throws -> TunePlan {
    func int(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(numbers.next(upTo: UInt64(range.upperBound - range.lowerBound)))
    }
    let count = int(2...4)
    let seats = int(1...2)
    let accuracy = Double(int(60...95)) / 100
    let abstain = Double(int(0...20)) / 100
    let all = [
      #"{"name": "liar", "role": "byzantine", "strategy": "oppose"}"#,
      #"{"name": "eager", "role": "byzantine", "strategy": "approve_all"}"#,
      #"{"name": "coin", "role": "byzantine", "strategy": "random"}"#,
      #"{"name": "gone", "role": "absent"}"#,
    ]
    let first = int(0...3)
    let adversaries = [all[first], all[(first + int(1...3)) % 4]]
    return try TuneStudyTests.plan(
      """
      {"name": "small", "seed": \(int(1...1_000_000)), "voters": [
        {"name": "m", "role": "honest", "count": \(count), "accuracy": \(accuracy),
         "abstain": \(abstain)},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": \(seats)}],
       "workload": {"proposals": 5},
       "tune": {"search": {"quorum_fraction": [0.5, 0.75], "majority_threshold": [0.4, 0.6, 0.8]},
         "objectives": ["false_approval_rate", "false_rejection_rate", "quorum_failure_rate"],
         "adversaries": [\(adversaries.joined(separator: ", "))], "max_trials": \(trials)}}
      """)
  }

  /// How a search by trials alone compares with what is known.
  private struct Score {
    var wrong = 0
    var decided = 0
    /// The number of memberships that are clear by 0.01 and more.
    var clear = 0
    var trials = 0
  }

  private static func score(ofCase number: Int, trials: Int) async throws -> Score {
    var numbers = SplitMix64(seed: SplitMix64.seed(of: "rounds", case: number))
    var plan = try problem(&numbers, trials: trials)
    let exact = try await TuneStudyTests.study(plan, threads: 1)
    plan.knowsWithoutTrials = false
    let measured = try await TuneStudyTests.study(plan, threads: 1)
    var score = Score(trials: measured.rounds.trials)
    for (place, gap) in exact.gaps.enumerated() {
      let (truth, found) = (exact.configurations[place].front, measured.configurations[place].front)
      if found != .undecided && found != truth { score.wrong = 1 }
      if gap < 0.01 { continue }
      score.clear += 1
      if found != .undecided { score.decided += 1 }
    }
    return score
  }

  /// A search is wrong in at most 5 of 100, and decides what is clear.
  @Test func measuredMembershipsAreRarelyWrong() async throws {
    let repeats = Effort.count(60, inDebug: 2)
    let trials = Effort.count(100_000, inDebug: 5000)
    var sum = Score()
    try await withThrowingTaskGroup(of: Score.self) { group in
      for half in 0..<2 {
        group.addTask {
          var sum = Score()
          for number in stride(from: half + 1, through: repeats, by: 2) {
            let score = try await Self.score(ofCase: number, trials: trials)
            sum.wrong += score.wrong
            sum.decided += score.decided
            sum.clear += score.clear
            sum.trials += score.trials
          }
          return sum
        }
      }
      for try await score in group {
        sum.wrong += score.wrong
        sum.decided += score.decided
        sum.clear += score.clear
        sum.trials += score.trials
      }
    }
    #expect(sum.wrong * 100 <= 5 * repeats, "\(sum)")
    #expect(sum.decided * 10 >= Effort.count(9, inDebug: 3) * sum.clear, "\(sum)")
  }

  /// One search is wrong in 5 of 100: half of that is for limits, each of which has two sides.
  @Test func allLimitsShareTheErrorRate() async throws {
    var plan = try TrialOutlookTests.measured(trials: 256, limit: 0.1)
    plan.knowsWithoutTrials = false
    var first: TuneStudy?
    _ = try await TuneStudyTests.study(plan) { study in
      if first == nil && study.trials > 0 { first = study }
    }
    let study = try #require(first)
    // Two configurations, two adversaries, peace, and two metrics.
    let rate = 0.05 / 2 / (2 * 3 * 2 * 2)
    var looked = 0
    for pair in study.rounds.pairs.keys.sorted() {
      let known = study.known[pair.configuration][pair.adversary][pair.draw]
      let found = try #require(study.rounds.pairs[pair])
      if found.count == 0 { continue }
      var own = PairTrials(Dictionary(uniqueKeysWithValues: zip(plan.metrics, known)))
      own.add(TrialSamples(found.metrics.map { found.samples[$0] }))
      let narrowed = own.narrowed(of: plan.scenario(of: pair), errorRate: rate)
      for metric in plan.metrics {
        looked += 1
        #expect(found.values[metric] == narrowed.values[metric])
        #expect(found.values[metric]?.status == .measured)
      }
    }
    #expect(looked >= 4)
  }

  @Test func noMoreTrialsAreRunThanThereMayBe() async throws {
    let study = try await TuneStudyTests.study(
      try TrialOutlookTests.measured(trials: 500, limit: 0.75))
    let run = study.rounds.trials
    #expect(run > 64)
    let wanted = study.rounds.pairs.keys.sorted().map { pair in
      TrialRounds.Wanted(pair: pair, trials: study.rounds.count(pair) + 7)
    }
    #expect(wanted.count > 2)
    let units = study.rounds.units(for: wanted, most: run + 10)
    let counts = units.map { unit in
      if case .trials(_, let numbers) = unit { numbers.count } else { 0 }
    }
    #expect(counts == [7, 3])
    #expect(study.rounds.units(for: wanted, most: run).isEmpty)
  }

  /// The same trials for each pair decide the same only after many more.
  @Test(.enabled(if: Effort.isWhole)) func whatIsUndecidedGetsTheTrials() async throws {
    let plan = try TuneStudyTests.plan(
      Self.replicated(honest: 3, seats: 1, trials: 30_000))
    let workers = Workers(threads: 2, interruption: Interruption())
    let spent = try await TuneStudyTests.study(plan)
    let decided = spent.configurations.count { $0.front != .undecided }
    var equal = TuneStudy(plan, known: spent.known)
    var level = 32
    var before = 0
    while equal.configurations.count(where: { $0.front != .undecided }) < decided {
      before = equal.rounds.trials
      level *= 2
      let wanted = equal.rounds.pairs.keys.sorted().map { pair in
        TrialRounds.Wanted(pair: pair, trials: level)
      }
      let units = equal.rounds.units(for: wanted, most: .max)
      let study = equal
      let samples = try #require(
        await workers.each(units.count) { number -> TrialSamples? in
          guard case .trials(let pair, let numbers) = units[number] else { return nil }
          var trials = Trials(plan.scenario(of: pair))
          return trials.scores(of: numbers).flatMap { study.rounds.samples($0, of: pair) }
        })
      let outcomes = zip(units, samples.map { TuneOutcome.samples($0) })
      let narrowed = try #require(
        await workers.narrowed(wanted, by: outcomes, in: equal.rounds))
      equal.add(
        narrowed, asked: TrialRequest(purpose: .front, wanted: wanted))
      equal.add(
        try #require(
          await workers.compared(
            in: equal, changed: narrowed.map(\.pair.configuration))))
    }
    // The other half of the trials asks which configuration is the best.
    #expect(before >= 2 * spent.rounds.spent(for: .front))
  }

  /// The same trials for each pair decide the same only after many more.
  @Test(.enabled(if: Effort.isWhole), arguments: [(3, 1, 30_000, 4), (5, 2, 70_000, 8)])
  func whatIsUndecidedGetsTheTrials(
    honest: Int, seats: Int, trials: Int, thrift: Int
  ) async throws {
    let plan = try TuneStudyTests.plan(
      Self.replicated(honest: honest, seats: seats, trials: trials))
    let spent = try await Self.spending(plan)
    let most = try #require(spent.last).decided
    let equal = try await Self.equalSpending(plan, until: most)
    #expect(most >= 4)
    for decided in 1...most {
      let own = try #require(spent.first { $0.decided >= decided }).trials
      let others = try #require(equal.first { $0.decided >= decided }).trials
      #expect(others >= thrift * own, "\(decided) decided")
    }
  }

  /// How many configurations are decided after so many trials.
  private typealias Spending = [(trials: Int, decided: Int)]

  /// What a search spends; half of what it spends asks which configuration is the best.
  private static func spending(_ plan: TunePlan) async throws -> Spending {
    var spending: Spending = []
    _ = try await TuneStudyTests.study(plan) { study in
      spending.append((study.rounds.spent(for: .front), study.decidedCount))
    }
    return spending
  }

  /// The same if all pairs always have equally many trials.
  private static func equalSpending(_ plan: TunePlan, until most: Int) async throws -> Spending {
    let workers = Workers(threads: 2, interruption: Interruption())
    let known = try await TuneStudyTests.study(plan).known
    var study = TuneStudy(plan, known: known)
    var spending: Spending = [(0, 0)]
    var level = 32
    while study.decidedCount < most {
      level += max(1, level / 8)
      let wanted = study.rounds.pairs.keys.sorted().map { pair in
        TrialRounds.Wanted(pair: pair, trials: level)
      }
      let units = study.rounds.units(for: wanted, most: .max)
      let before = study
      let samples = try #require(
        await workers.each(units.count) { number -> TrialSamples? in
          guard case .trials(let pair, let numbers) = units[number] else { return nil }
          var trials = Trials(plan.scenario(of: pair))
          return trials.scores(of: numbers).flatMap { before.rounds.samples($0, of: pair) }
        })
      let outcomes = zip(units, samples.map { TuneOutcome.samples($0) })
      let narrowed = try #require(
        await workers.narrowed(wanted, by: outcomes, in: study.rounds))
      study.add(narrowed, asked: TrialRequest(purpose: .front, wanted: wanted))
      study.add(
        try #require(
          await workers.compared(in: study, changed: Array(study.configurations.indices))))
      spending.append((study.rounds.trials, study.decidedCount))
    }
    return spending
  }

  /// No strategy is the best adversary, so no trial says what that one can do.
  @Test(arguments: ["worst", "causal"])
  func theBestAdversariesAreNotTried(name: String) async throws {
    let plan = try TuneStudyTests.plan(
      Self.replicated(honest: 3, seats: 1, trials: 20_000, adversaries: "\"\(name)\""))
    let study = try await TuneStudyTests.study(plan)
    #expect(plan.adversaries.map(\.name) == [name, "peace"])
    #expect(study.rounds.pairs.keys.allSatisfy { $0.adversary == 1 })
    for configuration in study.configurations {
      #expect(configuration.worst[plan.harm].value.status == .bounded)
    }
    // Only what peace costs is measured, of what is told.
    let told = try #require(study.outcome.place)
    #expect(study.configurations[told].peace[plan.harm].trials == 200)
    #expect(study.configurations[plan.own].peace[plan.harm].trials == 200)
    #expect(study.trials <= 400)
  }

  /// A replicated search, in which nothing is known without trials.
  private static func replicated(
    honest: Int, seats: Int, trials: Int, adversaries: String? = nil
  ) -> String {
    let strategies = ["oppose", "approve_all", "reject_all", "random", "abstain", "equivocate"]
    let usual = strategies.map {
      "{\"name\": \"\($0)\", \"role\": \"byzantine\", \"strategy\": \"\($0)\"}"
    }
    return """
      {"name": "replicated", "mode": "replicated", "voters": [
        {"name": "m", "role": "honest", "count": \(honest), "accuracy": 0.8, "abstain": 0.1,
         "latency": {"exponential": {"mean": 2}}},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": \(seats)}],
       "workload": {"proposals": 5},
       "tune": {"search": {"quorum_fraction": "all", "majority_threshold": "all"},
         "objectives": ["false_approval_rate", "false_rejection_rate", "quorum_failure_rate"],
         "adversaries": \(adversaries ?? "[\(usual.joined(separator: ", "))]"),
         "max_trials": \(trials)}}
      """
  }
}

extension TuneStudy {
  /// The number of configurations of which it is known whether they are in the front.
  fileprivate var decidedCount: Int { configurations.count - undecidedCount }

  /// By how much each configuration is in the front, or out of it, if all is exactly known.
  fileprivate var gaps: [Double] {
    let aims = plan.request.aims.compactMap { plan.metrics.firstIndex(of: $0) }
    let vectors = configurations.map { configuration in
      aims.map { configuration.worst[$0].value.value ?? 0 }
    }
    return vectors.indices.map { place in
      let others = vectors.indices.filter { $0 != place }
      switch configurations[place].front {
      case .yes:
        return others.map { other in
          zip(vectors[other], vectors[place]).map { $0 - $1 }.max() ?? 0
        }.min() ?? 1
      case .no:
        return others.map { other in
          zip(vectors[place], vectors[other]).map { $0 - $1 }.min() ?? 0
        }.max() ?? 0
      case .undecided: return 0
      }
    }
  }
}
