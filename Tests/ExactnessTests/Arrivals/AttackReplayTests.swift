import Agents
import Consensus
import Exactness
import Experiments
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// What adversaries are said to bring about, their scripts bring about in the simulator, which knows
/// nothing of sums.
struct AttackReplayTests {
  @Test func theBestPolicyComesToTheCausalValue() {
    forEverySeed(
      300, inDebug: 20,
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
      for metric in [Metric.falseApprovalRate, .falseRejectionRate, .quorumFailureRate] {
        let causal = try requireValue(analysis.causal(of: metric), "\(metric) has no value")
        let attack = try requireValue(
          AttackScenario(causalIn: scenario, analysis, against: metric, named: "attack"),
          "no attack")
        if attack.json.text().contains(#""votes""#) { draw.met("somebody waits for votes") }
        try requireReached(causal.value, of: metric, in: attack)
      }
    }
  }

  @Test func theWorstAttackComesToTheWorstValue() {
    forEverySeed(
      300, inDebug: 20,
      premises: [
        "tally at the quorum", "votes are lost", "decisive", "expires", "several weights",
        "a certificate", "an adversarial scheduler", "a bound", "undecided is worse",
      ]
    ) { draw in
      let scenario = try draw.attackedScenario()
      let analysis = ExactAnalysis(scenario)
      meetPremises(of: scenario, draw)
      for metric in Metric.exact where metric.definition.hasWorst {
        guard let worst = analysis.worst(of: metric) else { continue }
        let attack = AttackScenario(worstIn: scenario, analysis, of: metric, named: "attack")
        if worst.kind == .bound {
          draw.met("a bound")
          try requireEqual(attack == nil, true, "a bound has no attack")
          continue
        }
        try requireReached(
          worst.value, of: metric, in: try requireValue(attack, "\(metric): no attack"))
      }
      if scenario.costs.quorumFailure.standard > scenario.costs.falseApproval.standard {
        draw.met("undecided is worse")
      }
    }
  }

  /// Approval would cost most, but one voter cannot bring it about.
  ///
  /// It can prevent a decision: by its silence, where all must vote, or by calling the tally before
  /// anybody votes.
  @Test(arguments: [
    #""config": {"quorum_fraction": 1}, "safeguards": {"tally": "decisive"}"#,
    #""safeguards": {"ties": "reject"}, "workload": {"warranted": 0}"#,
  ])
  func whoCannotHaveTheWorstTakesTheNext(rules: String) throws {
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "next", "voters": [
           {"name": "h", "role": "honest", "count": 3, "latency": 1},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
         \(rules), "costs": {"false_approval": 5, "false_rejection": 5, "quorum_failure": 2}}
        """
    ).cells[0].scenario
    let analysis = ExactAnalysis(scenario)
    #expect(analysis.worst(of: .expectedHarm)?.value == 2)
    let attack = try #require(
      AttackScenario(worstIn: scenario, analysis, of: .expectedHarm, named: "attack"))
    try requireReached(2, of: .expectedHarm, in: attack)
  }

  /// Six approvals are a certificate; beside enough rejections they are too few for a critical action.
  ///
  /// Of two faulty voters only the heavy one weighs enough.
  @Test(arguments: [([1, 1, 1], 1), ([1, 3], 1), ([3, 1], 1)])
  func rejectionsPreventACertificate(weights: [Int], value: Double) throws {
    let faulty = weights.enumerated().map { number, weight in
      """
      {"name": "t\(number)", "role": "byzantine", "count": 1, "strategy": "oppose",
       "weight": \(weight)}
      """
    }
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "prevented", "voters": [
           {"name": "h", "role": "honest", "count": 6, "latency": {"uniform": {"from": 0, "to": 2}}},
           \(faulty.joined(separator: ", "))],
         "config": {"supermajority_threshold": 0.75, "quorum_fraction": 0.5},
         "safeguards": {"rule": "certificate", "tally": "decisive"},
         "workload": {"warranted": 1, "proposals": 4, "actions": {"terminate": 1}}}
        """
    ).cells[0].scenario
    let analysis = ExactAnalysis(scenario)
    for causal in [true, false] {
      let found =
        causal
        ? analysis.causal(of: .quorumFailureRate) : analysis.worst(of: .quorumFailureRate)
      #expect(found?.value == value)
      let attack = try #require(
        causal
          ? AttackScenario(causalIn: scenario, analysis, against: .quorumFailureRate, named: "a")
          : AttackScenario(worstIn: scenario, analysis, of: .quorumFailureRate, named: "a"))
      try requireReached(value, of: .quorumFailureRate, in: attack)
    }
  }

  /// Two of five approve what a majority decides, but not what takes a supermajority: there they
  /// reject, and the script says which action it is about.
  @Test func movesThatDependOnTheActionSayWhich() throws {
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "kinds", "voters": [
           {"name": "h", "role": "honest", "count": 3, "latency": {"uniform": {"from": 0, "to": 2}}},
           {"name": "t", "role": "byzantine", "count": 2, "strategy": "oppose"}],
         "config": {"quorum_fraction": 0.8, "supermajority_threshold": 0.7},
         "workload": {"warranted": 0, "actions": {"quarantine": 1, "terminate": 1}}}
        """
    ).cells[0].scenario
    let analysis = ExactAnalysis(scenario)
    let attack = try #require(
      AttackScenario(causalIn: scenario, analysis, against: .falseApprovalRate, named: "attack"))
    let causal = try #require(analysis.causal(of: .falseApprovalRate))
    #expect(causal.value == 0.5)
    #expect(attack.json.text(.compact).contains(#""actions":["quarantine"]"#))
    try requireReached(causal.value, of: .falseApprovalRate, in: attack)
  }

  /// Seven in ten of the absent answer, and half of the answers are lost on the way.
  @Test func asManyAreHeardInTheWorstOrder() throws {
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "lost", "network": {"loss": 0.5}, "voters": [
           {"name": "h", "role": "honest", "count": 2, "accuracy": 0.8, "abstain": 0.2,
            "latency": {"uniform": {"from": 0, "to": 2}}},
           {"name": "a", "role": "absent", "count": 1, "mode": "intermittent", "availability": 0.7,
            "latency": {"uniform": {"from": 0, "to": 2}}},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}]}
        """
    ).cells[0].scenario
    let attack = try #require(
      AttackScenario(
        worstIn: scenario, ExactAnalysis(scenario), of: .falseApprovalRate, named: "attack"))
    let groups = try ScenarioFile(parsing: attack.json.text()).cells[0].scenario.groups
    var heard: [String: Double] = [:]
    for group in groups {
      switch group.role {
      case .absent(let role): heard[group.name] = role.availability
      case .honest(let role): heard[group.name] = 1 - role.abstain
      case .byzantine, .colluding: break
      }
    }
    #expect(heard["a"].map { ($0 - 0.35).magnitude < 1e-12 } == true)
    #expect(heard["h"].map { ($0 - 0.4).magnitude < 1e-12 } == true)
  }

  /// Bundled scenarios; few of them where reading long scripts takes long.
  private static let bundled = Result {
    try BundledScenario.fileNames().filter { name in
      !name.hasPrefix("blocs-") && (Effort.isWhole || few.contains(name))
    }
  }
  private static let few = [
    "canary-abstainers-decide.json", "tie-attack-four-voters.json", "weights-break-the-bound.json",
  ]

  /// Every bundled cell that somebody attacks has an attack for each value that is attained.
  @Test(arguments: try bundled.get())
  func bundledScenariosHaveTheirAttacks(name: String) throws {
    let file = try ScenarioFile(parsing: BundledScenario.text(of: name))
    for cell in file.cells.map(\.scenario) where cell.isAttacked {
      let analysis = ExactAnalysis(cell)
      for metric in Metric.exact {
        if let causal = analysis.causal(of: metric), causal.kind == .attained {
          let attack = try #require(
            AttackScenario(causalIn: cell, analysis, against: metric, named: "attack"))
          try requireReached(causal.value, of: metric, in: attack)
        }
        if let worst = analysis.worst(of: metric), worst.kind == .attained {
          let attack = try #require(
            AttackScenario(worstIn: cell, analysis, of: metric, named: "attack"))
          try requireReached(worst.value, of: metric, in: attack)
        }
      }
    }
  }

  /// Requires that a simulation comes to a value.
  private func requireReached(
    _ value: Double, of metric: Metric, in attack: AttackScenario
  ) throws {
    let scenario = try ScenarioFile(parsing: attack.json.text()).cells[0].scenario
    var trials = Trials(scenario)
    let counts = trials.run(1...Effort.count(60, inDebug: 8))
    guard let measured = counts.measurement(of: metric, in: scenario).value else { return }
    let outcomes = counts.outcomes
    let (total, most) =
      metric == .falseApprovalRate
      ? (outcomes.unwarranted.total, 1)
      : metric == .falseRejectionRate
        ? (outcomes.warranted.total, 1)
        : metric == .unsafeTrialRate
          ? (counts.trials, 1)
          : (outcomes.total, metric == .expectedHarm ? scenario.costs.highest : 1)
    let error = (max(0, value * (most - value)) / Double(total)).squareRoot()
    try require(
      (measured - value).magnitude <= 5 * error + most / Double(total) + 1e-9,
      "\(metric): \(measured) of \(total), but \(value) can be brought about")
  }

  private func meetPremises(of scenario: Scenario, _ draw: Draw) {
    if scenario.workload.tally == .quorum { draw.met("tally at the quorum") }
    if scenario.network.loss > 0 { draw.met("votes are lost") }
    if scenario.safeguards.tally == .decisive { draw.met("decisive") }
    if scenario.expiresBeforeDeadline { draw.met("expires") }
    if scenario.safeguards.rule == .certificate { draw.met("a certificate") }
    if Set(scenario.weights).count > 1 { draw.met("several weights") }
    if scenario.network.scheduler == .adversarial { draw.met("an adversarial scheduler") }
  }
}
