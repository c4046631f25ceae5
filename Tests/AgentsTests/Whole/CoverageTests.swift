import Experiments
import JSON
import Metrics
import Scenarios
import Statistics
import TestSupport
import Testing

/// How often the intervals of simulated scenarios hold their exact rates, over 1,200 draws of
/// scenarios in the plain central case (without optimisation 150).
///
/// Numbers of events are whole, so intervals that never promise too much must hold more often than
/// they say: the more so, the fewer events are expected. Coverage is therefore told apart by the
/// expected number of events or of others, whichever is less. From 20 on it is 94 to 97 percent; below
/// it is more (98 percent here), up to always where hardly an event is seen. It is never less.
struct CoverageTests {
  private static let draws = Effort.count(1200, inDebug: 150)
  private static let trials = 40
  private static let proposals = 5

  /// How often intervals were right.
  private struct Tally {
    var intervals = 0
    var right = 0

    var coverage: Double { Double(right) / Double(intervals) }
    /// What the coverage strays by, in one case of three, if it is 95 percent.
    var error: Double { (0.95 * 0.05 / Double(intervals)).squareRoot() }

    mutating func count(_ measurement: Measurement, of truth: Double) {
      guard case .estimate(let estimate) = measurement else { return }
      intervals += 1
      // Sums of probabilities that are 0 or 1 may miss it by their last digit.
      if estimate.low <= truth + 1e-12 && truth <= estimate.high + 1e-12 { right += 1 }
    }
  }

  @Test func intervalsHoldTheExactRate() throws {
    var common = Tally()
    var rare = Tally()
    var generator = SplitMix64(seed: 3)
    for draw in 1...Self.draws {
      let exact = Self.scenario(&generator)
      let warranted = generator.nextUnit() < 0.5
      let scenario = try cell(exact, warranted: warranted, seed: draw)
      var trials = Trials(scenario)
      let counts = trials.run(1...Self.trials)
      let endings = exact.endings(warranted: warranted)
      for (metric, rate) in [
        (
          warranted ? Metric.falseRejectionRate : .falseApprovalRate,
          warranted ? endings.rejected : endings.approved
        ),
        (.correctRate, warranted ? endings.approved : endings.rejected),
        (.quorumFailureRate, endings.undecided),
      ] {
        let expected = Double(Self.trials * Self.proposals) * min(rate, 1 - rate)
        let measurement = counts.measurement(of: metric, in: scenario)
        if expected >= 20 {
          common.count(measurement, of: rate)
        } else {
          rare.count(measurement, of: rate)
        }
      }
    }
    #expect(common.intervals > Self.draws * 3 / 4 && rare.intervals > Self.draws * 3 / 4)
    #expect(
      common.coverage >= min(0.94, 0.95 - 2 * common.error)
        && common.coverage <= 0.97 + 2 * common.error)
    #expect(rare.coverage >= 0.95)
  }

  private static func scenario(_ generator: inout SplitMix64) -> ExactRates {
    let voters = Int.random(in: 2...5, using: &generator)
    return ExactRates(
      voters: voters, opposers: Int.random(in: 0...(voters - 1) / 2, using: &generator),
      accuracy: 0.5 + 0.5 * generator.nextUnit(), abstention: 0.4 * generator.nextUnit(),
      quorumFraction: 0.2 + 0.8 * generator.nextUnit(),
      threshold: 0.4 + 0.4 * generator.nextUnit())
  }

  private func cell(_ exact: ExactRates, warranted: Bool, seed: Int) throws -> Scenario {
    let honest = honest(
      exact.voters - exact.opposers, "honest",
      [
        "accuracy": JSONValue(exact.accuracy), "abstain": JSONValue(exact.abstention),
        "latency": 0,
      ])
    return try AgentsTests.cell(
      exact.opposers > 0 ? [honest, traitor("oppose", exact.opposers)] : [honest],
      config: [
        "majority_threshold": JSONValue(exact.threshold),
        "quorum_fraction": JSONValue(exact.quorumFraction),
      ],
      workload: ["proposals": JSONValue(Self.proposals), "warranted": warranted ? 1 : 0],
      seed: JSONValue(seed))
  }
}
