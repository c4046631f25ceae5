import Experiments
import Scenarios
import TestSupport
import Testing

/// Sums and simulation are two roads to the same numbers.
struct SimulatorAgreementTests {
  @Test func theSimulatorComesToTheExactValues() {
    forEverySeed(
      120, premises: ["exact", "somebody waits", "several weights", "several stretches", "delays"]
    ) { draw in
      let scenario = try draw.mixedScenario()
      let analysis = ExactAnalysis(scenario)
      if !analysis.obstacles.isEmpty { return }
      draw.met("exact")
      meetPremises(of: scenario, draw)
      var trials = Trials(scenario)
      let counts = trials.run(1...60)
      for metric in ExactAnalysis.metrics {
        let value = counts.measurement(of: metric, in: scenario).value
        guard let exact = analysis.value(of: metric) else {
          // Where there is no proposal of a kind there is no rate to be exact about.
          if metric != .participationMean { try requireEqual(value, nil, "\(metric)") }
          continue
        }
        let estimate = try requireValue(value, "\(metric) has no estimate")
        let error = standardError(of: metric, exact, counts)
        try require(
          (estimate - exact).magnitude <= 5 * error + 1e-6,
          "\(metric): \(estimate), but exactly \(exact) with a standard error of \(error)")
      }
    }
  }

  /// How far an estimate is off in the mean, proposals being independent of one another.
  ///
  /// A value from 0 to 1 varies most where it is one or the other; one event is no surprise.
  private func standardError(of metric: Metric, _ mean: Double, _ counts: CellCounts) -> Double {
    let endings = counts.endings
    let (count, most) =
      switch metric {
      case .falseApprovalRate: (endings.unwarranted.total, 1.0)
      case .falseRejectionRate: (endings.warranted.total, 1)
      case .unsafeTrialRate: (counts.trials, 1)
      case .expectedHarm: (endings.total, 10)
      default: (endings.total, 1)
      }
    let variance = max(0, mean * (most - mean))
    return (variance / Double(count)).squareRoot() + most * 0.2 / Double(count)
  }

  private func meetPremises(of scenario: Scenario, _ draw: Draw) {
    let text = scenario.json.text(.compact)
    if text.contains("last_mover") || text.contains("pivot") { draw.met("somebody waits") }
    if Set(scenario.weights).count > 1 { draw.met("several weights") }
    if text.contains(#""from_proposal":8"#) { draw.met("several stretches") }
    if text.contains("exponential") { draw.met("delays") }
  }
}
