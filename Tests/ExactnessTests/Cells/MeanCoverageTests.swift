import Exactness
import Experiments
import Metrics
import Scenarios
import Statistics
import TestSupport
import Testing

/// How often the intervals of means hold their exact values, where costs differ and events are rare.
struct MeanCoverageTests {
  /// One fallible monitor; a false approval of the rare action costs ten times as much as the rest.
  @Test(arguments: [40, 100, 300])
  func harmOfOneMonitor(trials: Int) throws {
    let fields = """
      "voters": [{"name": "h", "role": "honest", "count": 1, "accuracy": 0.9}],
      "workload": {"proposals": 1, "actions": {"quarantine": 9, "terminate": 1}},
      "costs": {"false_approval": {"terminate": 10, "*": 1}}
      """
    let coverage = try coverage(of: fields, trials: trials, seeds: Effort.count(200, inDebug: 60))
    let harm = try #require(coverage[.expectedHarm])
    #expect((harm.exact - 0.145).magnitude < 1e-12)
    #expect(harm.share >= 0.94, "\(harm.share)")
  }

  /// Electorates, workloads and costs as they come.
  @Test func randomScenarios() throws {
    var generator = SplitMix64(seed: 26)
    let draws = Effort.count(48, inDebug: 8)
    let seeds = Effort.count(100, inDebug: 40)
    var shares: [Metric: [Double]] = [:]
    for _ in 0..<draws {
      let fields = Self.fields(&generator)
      let trials = generator.next() % 2 == 0 ? 40 : 100
      for (metric, found) in try coverage(of: fields, trials: trials, seeds: seeds) {
        shares[metric, default: []].append(found.share)
        // A share of 0.95 strays by 0.022 in 100 seeds (one standard error).
        #expect(found.share >= (Effort.isWhole ? 0.87 : 0.8), "\(metric) \(trials) {\(fields)}")
      }
    }
    for metric in [Metric.expectedHarm, .participationMean] {
      let found = try #require(shares[metric])
      #expect(found.count >= draws * 3 / 4)
      #expect(found.reduce(0, +) / Double(found.count) >= 0.94, "\(metric)")
    }
  }

  private static func fields(_ generator: inout SplitMix64) -> String {
    func unit(_ from: Double, _ to: Double) -> Double {
      ((from + (to - from) * generator.nextUnit()) * 1000).rounded() / 1000
    }
    func one(of numbers: [Int]) -> Int { numbers[Int(generator.next() % UInt64(numbers.count))] }
    let (honest, faulty) = (one(of: [1, 2, 3, 5]), one(of: [0, 0, 1]))
    return """
      "voters": [
        {"name": "h", "role": "honest", "count": \(honest),
          "accuracy": \(unit(0.6, 0.99)), "abstain": \(unit(0, 0.3))},
        {"name": "t", "role": "byzantine", "count": \(faulty), "strategy": "oppose",
          "rate": \(unit(0.1, 1))}],
      "workload": {"proposals": \(one(of: [1, 1, 5, 20])), "warranted": \(unit(0.2, 0.8)),
        "actions": {"quarantine": \(one(of: [1, 9])), "terminate": 1}},
      "costs": {"false_approval": {"terminate": \(one(of: [1, 10, 100])), "*": 1},
        "false_rejection": \(one(of: [0, 1, 3])), "quorum_failure": 1}
      """
  }

  /// The share of seeds whose interval holds the exact value.
  private func coverage(
    of fields: String, trials: Int, seeds: Int
  ) throws -> [Metric: (exact: Double, share: Double)] {
    let known = AnalyticValues(try ScenarioFile(parsing: "{\"name\": \"known\", \(fields)}"))
    let sweep = #""sweep": {"seed": {"from": 1, "to": \#(seeds)}}"#
    let cells = try ScenarioFile(parsing: "{\"name\": \"seeds\", \(fields), \(sweep)}").cells
    let counts = cells.map { cell in
      var simulated = Trials(cell.scenario)
      return simulated.run(1...trials)
    }
    var found: [Metric: (exact: Double, share: Double)] = [:]
    for metric in [Metric.expectedHarm, .participationMean] {
      guard let exact = known.cells[0].value(of: metric) else { continue }
      let right = zip(counts, cells).count { counts, cell in
        guard case .estimate(let estimate) = counts.measurement(of: metric, in: cell.scenario)
        else { return false }
        return estimate.low <= exact + 1e-12 && exact <= estimate.high + 1e-12
      }
      found[metric] = (exact, Double(right) / Double(seeds))
    }
    return found
  }
}
