import Agents
import Consensus
import Exactness
import Experiments
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// What the best policy is said to bring about, its script brings about in the simulator.
struct CausalPolicyTests {
  @Test func scriptsComeToTheCausalValue() {
    forEverySeed(
      300, inDebug: 60,
      premises: [
        "tally at the quorum", "votes are lost", "decisive", "expires", "several weights",
        "a certificate", "somebody waits for votes",
      ]
    ) { draw in
      let scenario = try draw.arrivalScenario(
        votersMax: draw.int(in: 5...7), strategies: [.oppose], isAlwaysAttacked: true)
      let analysis = ExactAnalysis(scenario)
      try require(analysis.causalObstacles.isEmpty, "\(analysis.causalObstacles)")
      meetPremises(of: scenario, draw)
      for outcome in [BadOutcome.falseApproval, .falseRejection, .quorumFailure] {
        let attack = try requireValue(
          AttackScenario(causalIn: scenario, toward: outcome, named: "attack"), "no attack")
        let text = attack.json.text()
        if text.contains(#""when""#) && text.contains(#""from""#) {
          draw.met("somebody waits for votes")
        }
        let replay = try ScenarioFile(parsing: text).cells[0].scenario
        try requireCausalValue(of: outcome.metric, analysis, in: replay)
      }
    }
  }

  private func requireCausalValue(
    of metric: Metric, _ analysis: ExactAnalysis, in replay: Scenario
  ) throws {
    var trials = Trials(replay)
    let counts = trials.run(1...Effort.count(60, inDebug: 15))
    let causal = try requireValue(analysis.causal(of: metric), "\(metric) has no value").value
    guard let value = counts.measurement(of: metric, in: replay).value else { return }
    let total =
      metric == .falseApprovalRate
      ? counts.outcomes.unwarranted.total
      : metric == .falseRejectionRate
        ? counts.outcomes.warranted.total : counts.outcomes.total
    let error = (causal * (1 - causal) / Double(total)).squareRoot() + 0.2 / Double(total)
    try require(
      (value - causal).magnitude <= 5 * error + 1e-9,
      "\(metric): \(value) of \(total), but \(causal) can be brought about")
  }

  private func meetPremises(of scenario: Scenario, _ draw: Draw) {
    if scenario.workload.tally == .quorum { draw.met("tally at the quorum") }
    if scenario.network.loss > 0 { draw.met("votes are lost") }
    if scenario.safeguards.tally == .decisive { draw.met("decisive") }
    if scenario.expiresBeforeDeadline { draw.met("expires") }
    if scenario.safeguards.rule == .certificate { draw.met("a certificate") }
    if Set(scenario.weights).count > 1 { draw.met("several weights") }
  }
}
