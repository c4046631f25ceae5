import Detection
import Statistics
import TestSupport
import Testing

@testable import Metrics

struct MetricSumsTests {
  private func findings(_ blocs: [[Int]], voters: Int) -> Findings {
    Findings(
      blocs: blocs.map { Bloc(members: $0, score: 1) }, pairScores: PairTable(voterCount: voters))
  }

  private let mixed: [BlocTruth.Membership] = [
    .group(1), .group(1), .group(2), .group(2), .group(3), .alone, .honest, .honest,
  ]

  @Test func sumsAreTheSameInAnyOrder() {
    let truth = BlocTruth(mixed)
    let honest = BlocTruth(Array(repeating: .honest, count: 8))
    func trial(_ blocs: [[Int]], _ truth: BlocTruth, oracle: Bool, prefix: Int? = nil) -> BlocTrial
    {
      BlocTrial(
        BlocScore(findings(blocs, voters: 8), truth: truth), isRecoveredByOracle: oracle,
        firstExactPrefix: prefix)
    }
    let trials = [
      trial([[0, 1], [2, 3]], truth, oracle: true, prefix: 2),
      trial([[0, 1, 6]], truth, oracle: true), trial([], honest, oracle: false),
      trial([[1, 2]], honest, oracle: false),
    ]
    var whole = MetricSums<BlocTrial>()
    var parts = [MetricSums<BlocTrial>(), MetricSums<BlocTrial>()]
    for (index, trial) in trials.enumerated() {
      var trial = trial
      whole.add(&trial)
      parts[index % 2].add(&trial)
    }
    var merged = parts[1]
    merged.merge(parts[0])
    #expect(merged == whole)
    #expect(whole.trials == 4 && number("trials_with_bloc", whole) == 2)
    #expect(number("exact_trials", whole) == 2 && number("false_alarms", whole) == 1)
    #expect(number("oracle_trials", whole) == 2 && number("exact_oracle_trials", whole) == 1)
    #expect(BlocTrial.layout.rates.map(\.key) == ["innocents"])
    #expect(whole.rates[0].sums.total == 3 && whole.rates[0].sums.units == 20)
    #expect(whole.percentiles(of: .detectionPlaces).buckets.map(\.count).reduce(0, +) == 2)
  }

  private func number(_ key: String, _ sums: MetricSums<BlocTrial>) -> Int? {
    zip(BlocTrial.layout.counters, sums.numbers).first { $0.0.key == key }?.1
  }

  @Test func countsMergeInAnyOrder() {
    forEverySeed(100) { draw in
      let trials = draw.cell().trials
      var parts = Array(repeating: CellCounts(), count: 3)
      for var trial in draw.shuffled(trials) { parts[draw.int(in: 0...2)].add(&trial) }
      let merged = draw.shuffled(parts).reduce(into: CellCounts()) { $0.merge($1) }
      try requireEqual(merged, MadeUpCell.counts(of: trials))
      try requireEqual(merged.trials, trials.count)
    }
  }
}
