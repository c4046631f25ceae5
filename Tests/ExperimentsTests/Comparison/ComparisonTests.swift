import JSON
import Metrics
import Scenarios
import Statistics
import TestSupport
import Testing

@testable import Experiments

struct ComparisonTests {
  /// A scenario in which everything that is compared is left to chance.
  private static func file(
    seed: UInt64 = 1, trials: Int = 16, accuracy: Double = 0.7, sweep: String = "[0.5, 0.75]"
  ) throws -> ScenarioFile {
    try ScenarioFile(
      parsing: """
        {"name": "compared", "seed": \(seed), "trials": \(trials),
         "config": {"supermajority_threshold": 0.75},
         "voters": [
           {"name": "h", "role": "honest", "count": 3, "accuracy": \(accuracy), "abstain": 0.1,
            "latency": {"exponential": {"mean": 4}}},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "impersonate", "rate": 0.3}],
         "costs": {"false_approval": {"terminate": 10, "*": 1}},
         "workload": {"proposals": 3, "actions": {"quarantine": 1, "terminate": 1}},
         "sweep": {"config.quorum_fraction": \(sweep)}}
        """)
  }

  private static func table(_ file: ScenarioFile) -> TrialTable {
    TrialTable(
      file,
      cells: file.cells.map(\.scenario).map { scenario in
        var trials = Trials(scenario)
        return (trials.scores(of: 1...scenario.trials) ?? []).map(\.counts)
      })
  }

  /// Where nothing differs but the seed, a change is found as seldom as is said.
  @Test func equalConfigurationsAlarmAsSeldomAsStated() throws {
    let comparisons = Effort.count(10_000, inDebug: 80)
    var alarms = 0
    for number in 0..<comparisons {
      let base = Self.table(try Self.file(seed: UInt64(2 * number), sweep: "[0.5]"))
      let new = Self.table(try Self.file(seed: UInt64(2 * number + 1), sweep: "[0.5]"))
      let comparison = Comparison(base: base, new: new)
      #expect(comparison.testCount == 11)
      if !comparison.changes.isEmpty { alarms += 1 }
      // With equal seeds, never.
      #expect(Comparison(base: base, new: base, confidence: 0.5).changes.isEmpty)
    }
    // 5 % and four standard errors of the count.
    let nominal = 0.05 * Double(comparisons)
    #expect(Double(alarms) <= nominal + 4 * (0.95 * nominal).squareRoot(), "\(alarms) alarms")
  }

  /// One metric of one cell by itself comes near the rate: the tests are not just blunt.
  @Test func aSingleTestAlarmsAboutAsOftenAsStated() throws {
    var alarms = 0
    for number in 0..<400 {
      let sides = [0, 1].map { side in
        var random = SplitMix64(seed: UInt64(2 * number + side))
        return (0..<60).map { _ in (total: Int(random.next() % 9), units: 8) }
      }
      let means = PairedMeans(zip(sides[0], sides[1]).map { .init(base: $0, new: $1) })
      if try #require(means).pValue <= 0.05 { alarms += 1 }
    }
    #expect((8...38).contains(alarms), "\(alarms)")
  }

  @Test func aPlantedWorseningIsFoundAndNothingIsCalledBetter() throws {
    let base = Self.table(try Self.file(trials: 150, accuracy: 0.8))
    let new = Self.table(try Self.file(trials: 150, accuracy: 0.7))
    let changes = Comparison(base: base, new: new).changes
    for cell in 0...1 {
      let change = try #require(
        changes.first { $0.metric == .correctRate && $0.cell == (cell, cell) })
      #expect(change.isWorse == true && change.difference.high < 0 && change.pValue < 0.05)
      #expect((change.new - change.base - change.difference.value).magnitude < 1e-12)
      #expect(change.trials == 150)
    }
    #expect(changes.allSatisfy { $0.isWorse != false })
    let reversed = Comparison(base: new, new: base).changes
    #expect(reversed.map(\.metric) == changes.map(\.metric))
    #expect(zip(reversed, changes).allSatisfy { $0.isWorse == $1.isWorse.map { !$0 } })
    #expect(zip(reversed, changes).allSatisfy { $0.pValue == $1.pValue })
  }

  /// With the same draws a change is seen that drowns in the noise of another.
  @Test func sharedDrawsShowSmallChanges() throws {
    let base = Self.table(try Self.file(trials: 200, accuracy: 0.8))
    let found = try [UInt64(1), 2].map { seed in
      let new = Self.table(try Self.file(seed: seed, trials: 200, accuracy: 0.75))
      return Comparison(base: base, new: new).changes.contains { $0.metric == .correctRate }
    }
    #expect(found == [true, false])
  }

  @Test func cellsAreMatchedByTheirAxes() throws {
    let base = try Self.file(sweep: "[0.25, 0.5, 0.75]")
    let new = try Self.file(trials: 20, sweep: "[0.75, 1, 0.25]")
    let comparison = Comparison(base: Self.table(base), new: Self.table(new))
    #expect(comparison.cells.pairs.map(\.base) == [0, 2])
    #expect(comparison.cells.pairs.map(\.new) == [2, 0])
    #expect(comparison.cells.onlyBase == [1] && comparison.cells.onlyNew == [1])
    // The same trials in both: the longer one's others have no partner.
    #expect(comparison.changes.isEmpty)
  }

  @Test func axesMayComeInAnyOrderButMustBeTheSame() throws {
    func file(_ sweep: String) throws -> ScenarioFile {
      try ScenarioFile(
        parsing: """
          {"name": "axes", "trials": 2,
           "voters": [{"name": "h", "role": "honest", "count": 2}],
           "sweep": {\(sweep)}}
          """)
    }
    let (first, second) = (#""voters.h.abstain": [0, 0.1]"#, #""voters.h.accuracy": [0.5, 1]"#)
    let match = CellMatch(
      base: try file("\(first), \(second)"), new: try file("\(second), \(first)"))
    #expect(match.pairs.map(\.base) == [0, 1, 2, 3])
    #expect(match.pairs.map(\.new) == [0, 2, 1, 3])
    let other = CellMatch(base: try file("\(first), \(second)"), new: try file(first))
    #expect(other.pairs.isEmpty && other.onlyBase.count == 4 && other.onlyNew == [0, 1])
  }

  /// What the sides are made to differ in cannot say which cells belong together.
  @Test func cellsMatchApartFromWhatIsChanged() throws {
    func match(base: String?, new: String?, sweep: String = "[0.25, 0.5, 1]") throws -> CellMatch {
      func side(_ value: String?) throws -> (ScenarioFile, [ScenarioOverride]) {
        let changes = value.map {
          [ScenarioOverride(path: "config.quorum_fraction", value: $0)]
        }
        let file = try ScenarioFile(
          parsing: try Self.file(trials: 2, sweep: sweep).json.text(), overrides: changes ?? [])
        return (file, changes ?? [])
      }
      let (base, new) = (try side(base), try side(new))
      return CellMatch(base: base.0, new: new.0, apartFrom: base.1 + new.1)
    }
    let both = try match(base: "0.5", new: "0.75")
    #expect(both.pairs.map(\.base) == [0] && both.pairs.map(\.new) == [0])
    let one = try match(base: nil, new: "0.75")
    #expect(one.pairs.map(\.base) == [0, 1, 2] && one.pairs.map(\.new) == [0, 0, 0])
    let other = try match(base: "0.75", new: nil)
    #expect(other.pairs.map(\.base) == [0, 0, 0] && other.pairs.map(\.new) == [0, 1, 2])
    #expect([both, one, other].allSatisfy { $0.onlyBase.isEmpty && $0.onlyNew.isEmpty })
  }

  @Test func whatOnlyOneDefinesIsToldAndNotTested() throws {
    func table(_ latency: String) throws -> TrialTable {
      Self.table(
        try ScenarioFile(
          parsing: """
            {"name": "gap", "trials": 30,
             "voters": [{"name": "h", "role": "honest", "count": 2, "latency": \(latency)}],
             "workload": {"proposals": 2}}
            """))
    }
    let comparison = Comparison(base: try table("1"), new: try table("9"))
    #expect(comparison.gaps.map(\.metric) == [.latencyMean])
    #expect(comparison.gaps.allSatisfy { $0.isInBase })
    #expect(comparison.testCount == 10)
    let failure = try #require(comparison.changes.first { $0.metric == .quorumFailureRate })
    // All trials alike do not prove that all are.
    #expect(failure.difference.value == 1 && failure.difference.low < 1 && failure.isWorse == true)
  }

  @Test func countsAreThoseOfAllTrials() throws {
    let base = Self.table(try Self.file(trials: 80, sweep: "[0.5]"))
    let flooded = try ScenarioFile(
      parsing: base.file.json.text(),
      overrides: [.init(path: "voters.t.rate", value: "1")])
    let new = Self.table(flooded)
    let change = try #require(
      Comparison(base: base, new: new).changes.first { $0.metric == .forgedVotesAccepted })
    let counts = [base, new].map { table -> Double in
      Double(table.cells[0].map(\.forgedVotesAccepted).reduce(0, +))
    }
    #expect(change.base == counts[0] && change.new == counts[1] && change.isWorse == true)
    #expect(change.difference.value == counts[1] - counts[0])
    #expect(change.difference.low > 0 && change.difference.high > change.difference.value)
  }

  @Test func everyMetricOfTheProtocolIsComparedButPercentiles() {
    let others = Metric.allCases.filter { !$0.isOfDetector && !Metric.compared.contains($0) }
    #expect(others == [.latencyP50, .latencyP95, .latencyP99])
  }
}
