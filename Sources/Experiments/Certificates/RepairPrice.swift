import Agents
import Consensus
import Exactness
import Guarantees
import Metrics
import Scenarios

/// What repairs cost a scenario: its exact rates without and with them.
package struct RepairPrice: Sendable {
  /// The value of a metric without and with the repairs; nil where it is not exactly known.
  package struct Rate: Sendable {
    package let metric: Metric
    package let before: Double?
    package let after: Double?
  }

  /// The rates with the same voters.
  package struct Rates: Sendable {
    /// A rate for each metric that can be known exactly.
    package let rates: [Rate]
    /// Why rates are not exactly known without or with the repairs; empty if they are.
    package let obstacles: [String]
  }

  /// The repairs.
  package let repairs: [Repair]
  /// The rates under the scenario's own faulty voters; nil if it has none.
  package let attacked: Rates?
  /// The rates in peace.
  package let peace: Rates

  /// The share of the work of one exact analysis, because there are four of them.
  private static let effort = ExactEffort.full.share(0.1)

  /// The price of some repairs in a scenario.
  ///
  /// - Complexity: that of four times `ExactAnalysis`, which gives up on what takes more than a
  ///   second or so.
  init(of repairs: [Repair], in scenario: Scenario) {
    self.repairs = repairs
    let isAttacked = scenario.groups.contains { $0.count > 0 && $0.role.isFaulty }
    attacked = isAttacked ? Self.rates(repairs, in: scenario) : nil
    peace = Self.rates(repairs, in: scenario.inPeace)
  }

  private static func rates(_ repairs: [Repair], in scenario: Scenario) -> Rates {
    let repaired = scenario.changing(scenario.safeguards.changed(by: repairs))
    let before = ExactAnalysis(scenario, within: effort)
    let after = ExactAnalysis(repaired, within: effort)
    return Rates(
      rates: Metric.exact.map {
        Rate(metric: $0, before: before.value(of: $0), after: after.value(of: $0))
      },
      obstacles: before.obstacles + after.obstacles.filter { !before.obstacles.contains($0) })
  }
}
