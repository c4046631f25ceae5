import Agents
import Consensus
import Exactness
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// The best adversary who does not see the future does as well as the best of all policies.
struct CausalAdversaryTests {
  @Test func everyPolicyIsTried() {
    forEverySeed(
      150, inDebug: 30,
      premises: ["foresight helps", "tally at the quorum", "votes are lost", "decisive", "expires"]
    ) { draw in
      let scenario = try draw.arrivalScenario(strategies: [.oppose], isAlwaysAttacked: true)
      if scenario.workload.tally == .quorum { draw.met("tally at the quorum") }
      if scenario.network.loss > 0 { draw.met("votes are lost") }
      if scenario.safeguards.tally == .decisive { draw.met("decisive") }
      if scenario.expiresBeforeDeadline { draw.met("expires") }
      if try doesForesightHelp(in: scenario) { draw.met("foresight helps") }
    }
  }

  @Test(.enabled(if: Effort.isWhole)) func everyPolicyAmongFiveIsTried() {
    forEverySeed(150, premises: ["five voters"]) { draw in
      let scenario = try draw.arrivalScenario(
        votersMax: 5, strategies: [.oppose], isAlwaysAttacked: true)
      if scenario.voterCount < 5 { return }
      draw.met("five voters")
      _ = try doesForesightHelp(in: scenario)
    }
  }

  /// Compares the causal values of a scenario with the best of all policies.
  ///
  /// - Returns: whether somebody who sees the future does better.
  private func doesForesightHelp(in scenario: Scenario) throws -> Bool {
    let analysis = ExactAnalysis(scenario)
    try require(analysis.causalObstacles.isEmpty, "\(analysis.causalObstacles)")
    func value(_ isWarranted: Bool, _ wish: Decision) throws -> Double {
      try [true, false].reduce(0) { sum, isCritical in
        sum
          + (try CausalEnumeration(
            scenario: scenario, isWarranted: isWarranted, isCritical: isCritical,
            loss: scenario.network.loss, wish: wish
          ).value()) / 2
      }
    }
    let expected = [
      (Metric.falseApprovalRate, try value(false, .approved)),
      (.falseRejectionRate, try value(true, .rejected)),
      (.quorumFailureRate, try (value(true, .noQuorum) + value(false, .noQuorum)) / 2),
    ]
    var doesHelp = false
    for (metric, value) in expected {
      let causal = try requireValue(analysis.causal(of: metric), "\(metric) has no value").value
      try require(
        (causal - value).magnitude <= 1e-12, "\(metric): \(causal) differs from \(value)")
      let worst = try requireValue(analysis.worst(of: metric), "\(metric) has no worst").value
      if worst > causal + 1e-6 { doesHelp = true }
    }
    return doesHelp
  }

  /// As exact fractions have it, which `Fixtures/generate_causal.py` has worked out by another road.
  @Test func policiesAreWorthWhatExactFractionsSay() throws {
    var smallest = 1.0
    for known in try KnownRates.all("causal.txt") {
      let analysis = ExactAnalysis(known.scenario)
      for (metric, rate) in known.rates {
        let value = try #require(analysis.causal(of: metric), "\(analysis.causalObstacles)").value
        #expect((value - rate).magnitude <= 1e-13 * rate, "\(metric) of \(known.line)")
        if value > 0 { smallest = min(smallest, value) }
      }
    }
    #expect(smallest < 1e-11)
  }

  /// No script beats the best policy, and no policy beats who sees the future.
  @Test func whoSeesMoreDoesNoWorse() {
    forEverySeed(
      1000, inDebug: 80, premises: ["all three", "a gap of skill", "a gap of foresight"]
    ) {
      draw in
      let scenario = try draw.arrivalScenario(
        votersMax: draw.int(in: 3...9),
        strategies: [
          .rush, .rush, .prematureTally, .flip, .doubleVote, .oppose, .random, .abstain,
          .lastMover, .rejectAll, .equivocate,
        ])
      let analysis = ExactAnalysis(scenario)
      for metric in Metric.exact {
        guard let exact = analysis.value(of: metric), let causal = analysis.causal(of: metric),
          let worst = analysis.worst(of: metric)
        else { continue }
        draw.met("all three")
        try require(exact <= causal.value, "\(metric): \(exact) > \(causal)")
        try require(causal.value <= worst.value, "\(metric): \(causal) > \(worst)")
        if causal.value > exact + 1e-6 { draw.met("a gap of skill") }
        if worst.value > causal.value + 1e-6 { draw.met("a gap of foresight") }
      }
    }
  }

  /// Who never calls the tally misses, by that alone, what the best policy adds to the best votes at
  /// the last moment; who always calls it at the opening, what it adds to the votes of that moment.
  @Test(arguments: [ByzantineStrategy.oppose, .abstain, .prematureTally])
  func mistakesAddUpToTheGap(strategy: ByzantineStrategy) {
    forEverySeed(200, inDebug: 40, premises: ["something is missed", "several weights"]) { draw in
      let scenario = try draw.arrivalScenario(
        votersMax: draw.int(in: 5...7), strategies: [strategy], isAlwaysAttacked: true)
      guard scenario.workload.tally == .deadline, scenario.safeguards.tally == .anytime,
        !scenario.expiresBeforeDeadline
      else { return }
      if Set(scenario.weights).count > 1 { draw.met("several weights") }
      let analysis = ExactAnalysis(scenario, within: nil, asking: [.values, .mistakes])
      let mistakes = analysis.mistakes
      for metric in [Metric.falseApprovalRate, .falseRejectionRate, .quorumFailureRate] {
        let causal = try requireValue(analysis.causal(of: metric), "no value").value
        let mistake = mistakes.first { $0.metric == metric }?.mistake
        let (one, all) = (mistake?.loss ?? 0, mistake?.lossOfAll ?? 0)
        try require(one <= all + 1e-15, "one mistake costs more than all")
        if one > 0.01 { draw.met("something is missed") }
        // The faulty may be a quorum that decides both ways at the opening, and then its best is not
        // what their strategy does.
        if strategy == .prematureTally {
          let exact = try requireValue(analysis.value(of: metric), "no exact value")
          try require(all <= causal - exact + 1e-12, "more is missed than there is")
          continue
        }
        let counted = try requireValue(analysis.worstCounted(of: metric), "no worst").value
        try require(
          (causal - counted - all).magnitude < 1e-12, "\(causal) - \(counted), but not \(all)")
      }
    }
  }

  private func analysis(
    _ voters: [JSONValue], tally: String = "anytime", latency: JSONValue? = nil
  ) throws -> ExactAnalysis {
    let scenario: JSONValue = [
      "name": "a", "voters": .array(voters), "safeguards": ["tally": .string(tally)],
    ]
    return ExactAnalysis(
      try ScenarioFile(parsing: scenario.text()).cells[0].scenario, within: nil,
      asking: [.values, .mistakes])
  }

  private func honest(_ count: Int, _ latency: JSONValue) -> JSONValue {
    [
      "name": "honest", "role": "honest", "count": JSONValue(count), "accuracy": 0.9,
      "latency": latency,
    ]
  }

  private let traitor: JSONValue = [
    "name": "traitor", "role": "byzantine", "count": 1, "strategy": "rush",
  ]

  /// Votes at a known time, or with different delays, have no order that depends on chance alone.
  @Test func whatHasNoCausalValueSaysWhy() throws {
    let fixed = try analysis([honest(3, 1), traitor])
    #expect(fixed.causalObstacles == ["honest: its votes arrive at a known time"])
    #expect(fixed.causal(of: .falseApprovalRate) == nil)
    #expect(try analysis([traitor]).causalObstacles == ["there are no honest votes"])
    let known = try analysis([honest(3, ["exponential": ["mean": 1]]), traitor])
    #expect(known.causalObstacles.isEmpty)
    // Costs and right decisions add up different outcomes, which no single policy aims at.
    #expect(known.causal(of: .expectedHarm) == nil && known.causal(of: .correctRate) == nil)
  }

  /// What a strategy does only sometimes is no decision that it gets wrong.
  @Test func mistakesAreThoseOfStrategiesThatAlwaysAct() throws {
    func mistakes(_ rate: Double) throws -> Int {
      let opposer: JSONValue = [
        "name": "t", "role": "byzantine", "count": 2, "strategy": "oppose", "rate": JSONValue(rate),
      ]
      return try analysis([honest(3, ["exponential": ["mean": 1]]), opposer]).mistakes.count
    }
    #expect(try mistakes(1) > 0)
    #expect(try mistakes(0.5) == 0)
  }

  /// Rushing is the best policy against rejection, for which a tie is not enough; and where only
  /// decisive tallies count, whoever acts last has seen all.
  @Test func whatRushingLeavesUndone() throws {
    let voters = [honest(6, ["exponential": ["mean": 1]]), traitor]
    let open = try analysis(voters)
    let rush = try #require(open.value(of: .falseRejectionRate))
    let causal = try #require(open.causal(of: .falseRejectionRate)).value
    #expect((rush - causal).magnitude < 1e-12 && causal > 0.01)
    #expect(try #require(open.worst(of: .falseRejectionRate)).value > causal + 0.01)
    let decisive = try analysis(voters, tally: "decisive")
    for metric in [Metric.falseApprovalRate, .falseRejectionRate, .quorumFailureRate] {
      let causal = try #require(decisive.causal(of: metric)).value
      let counted = try #require(decisive.worstCounted(of: metric)).value
      #expect((causal - counted).magnitude < 1e-14)
    }
  }
}
