import Agents
import Exactness
import Experiments
import JSON
import Metrics
import Scenarios
import Simulation
import TestSupport
import Testing

/// Sums and simulation are two roads to the same numbers.
struct SimulatorAgreementTests {
  @Test func theSimulatorComesToTheExactValues() {
    forEverySeed(
      400, inDebug: 60,
      premises: [
        "exact", "somebody waits", "several weights", "several phases", "delays",
        "members sit out",
      ]
    ) { draw in
      let scenario = try draw.mixedScenario()
      let analysis = ExactAnalysis(scenario)
      if !analysis.obstacles.isEmpty { return }
      draw.met("exact")
      meetPremises(of: scenario, draw)
      try requireAgreement(of: scenario, with: analysis, trials: Effort.count(60, inDebug: 25))
    }
  }

  @Test(arguments: CollusionPlan.standard.filter(\.traits.isForeseen))
  func membersWhoSitOutVoteAsTheySee(plan: CollusionPlan) throws {
    let scenario: JSONValue = [
      "name": "rotation",
      "voters": [
        ["name": "honest", "role": "honest", "count": 4, "accuracy": 0.8],
        [
          "name": "ring", "role": "colluding", "count": 3, "plan": .string(plan.name),
          "accuracy": 0.7, "camouflage": 0.2, "participation": 0.6, "targets": ["worker-1"],
        ],
      ],
      "workload": ["targets": 2],
    ]
    let cell = try ScenarioFile(parsing: scenario.text()).cells[0].scenario
    let analysis = ExactAnalysis(cell)
    try #require(analysis.obstacles.isEmpty)
    try requireAgreement(of: cell, with: analysis, trials: Effort.count(2000, inDebug: 60))
  }

  /// Whatever its delays, tallies and expiry, no scenario does worse than the worst case.
  @Test func nothingSimulatedIsWorseThanTheWorst() {
    forEverySeed(
      400, inDebug: 30,
      premises: ["not exact", "expires", "nobody is faulty", "expires, nobody is faulty"]
    ) { draw in
      let scenario = try draw.mixedScenario()
      let analysis = ExactAnalysis(scenario)
      if !analysis.obstacles.isEmpty { draw.met("not exact") }
      if scenario.expiresBeforeDeadline { draw.met("expires") }
      if !scenario.isAttacked {
        draw.met("nobody is faulty")
        if scenario.expiresBeforeDeadline { draw.met("expires, nobody is faulty") }
      }
      var trials = Trials(scenario)
      let counts = trials.run(1...Effort.count(60, inDebug: 25))
      for metric in Metric.exact {
        guard let worst = analysis.worst(of: metric)?.value,
          let value = counts.measurement(of: metric, in: scenario).value
        else { continue }
        let excess = metric == .correctRate ? worst - value : value - worst
        try require(
          excess <= 5 * standardError(of: metric, worst, counts, scenario) + 1e-6,
          "\(metric): \(value), worse than the worst, \(worst)")
      }
    }
  }

  private func requireAgreement(
    of scenario: Scenario, with analysis: ExactAnalysis, trials count: Int
  ) throws {
    var trials = Trials(scenario)
    let counts = trials.run(1...count)
    for metric in Metric.exact {
      let value = counts.measurement(of: metric, in: scenario).value
      guard let exact = analysis.value(of: metric) else {
        // Where there is no proposal of a kind there is no rate to be exact about.
        if ![.participationMean, .latencyMean].contains(metric) {
          try requireEqual(value, nil, "\(metric)")
        }
        continue
      }
      let estimate = try requireValue(value, "\(metric) has no estimate")
      let error = standardError(of: metric, exact, counts, scenario)
      try require(
        (estimate - exact).magnitude <= 5 * error + 1e-6,
        "\(metric): \(estimate), but exactly \(exact) with a standard error of \(error)")
    }
  }

  /// How far an estimate is off in the mean, proposals being independent of one another.
  ///
  /// A value from 0 to 1 varies most where it is one or the other; one event is no surprise.
  private func standardError(
    of metric: Metric, _ mean: Double, _ counts: CellCounts, _ scenario: Scenario
  ) -> Double {
    let outcomes = counts.outcomes
    let (count, most) =
      switch metric {
      case .falseApprovalRate: (outcomes.unwarranted.total, 1.0)
      case .falseRejectionRate: (outcomes.warranted.total, 1)
      case .unsafeTrialRate: (counts.trials, 1)
      case .expectedHarm: (outcomes.total, 10)
      case .latencyMean:
        (
          outcomes.total - outcomes.unwarranted.undecided - outcomes.warranted.undecided,
          scenario.workload.deadline.seconds
        )
      default: (outcomes.total, 1)
      }
    let variance = max(0, mean * (most - mean))
    return (variance / Double(count)).squareRoot() + most * 0.2 / Double(count)
  }

  private func meetPremises(of scenario: Scenario, _ draw: Draw) {
    let text = scenario.json.text(.compact)
    if text.contains("last_mover") || text.contains("pivot") { draw.met("somebody waits") }
    if text.contains(#""participation":0.6"#) { draw.met("members sit out") }
    if Set(scenario.weights).count > 1 { draw.met("several weights") }
    if text.contains(#""from_proposal":8"#) { draw.met("several phases") }
    if text.contains("exponential") { draw.met("delays") }
  }
}
