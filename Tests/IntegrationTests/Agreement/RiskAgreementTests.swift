import Agents
import Consensus
import Exactness
import Experiments
import Guarantees
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// What certificates say at a risk is what exact values, a closed form and the simulator say.
struct RiskAgreementTests {
  /// Liars and others who err: the worst case of the scenario is that of the certificate.
  ///
  /// It is that of the best choice of whom to control, so that of the liars in the scenario is no
  /// worse. If all err alike while they are not controlled, it is the same.
  @Test func theWorstOfAScenarioIsThatOfItsCertificate() {
    forEverySeed(
      Effort.count(400, inDebug: 100),
      premises: ["one group", "several groups", "held back", "all counted", "correlated"]
    ) { draw in
      let (scenario, faults, isOfOneGroup) = try draw.scenarioOfLiars()
      let certificate = Certificate(GuaranteeQuestion(scenario, timing: .asynchronous))
      let synchronous = Certificate(GuaranteeQuestion(scenario, timing: .synchronous))
      let analysis = ExactAnalysis(scenario)
      draw.met(isOfOneGroup ? "one group" : "several groups")
      if scenario.groups.contains(where: {
        if case .honest(let role) = $0.role { role.correlation > 0 } else { false }
      }) {
        draw.met("correlated")
      }
      let pairs: [(Guarantee, Metric)] = [
        (.noFalseApproval, .falseApprovalRate), (.noFalseRejection, .falseRejectionRate),
      ]
      for (guarantee, metric) in pairs {
        for (certificate, value, isHeldBack) in [
          (certificate, analysis.worst(of: metric), true),
          (synchronous, analysis.worstCounted(of: metric), false),
        ] {
          // What is held back in a scenario depends on its tallies, too.
          let isSame =
            isHeldBack
            ? scenario.isArrivalTheirs : certificate.question.waitsForAllVotes(guarantee)
          guard isSame, let value else { continue }
          draw.met(isHeldBack ? "held back" : "all counted")
          let electorate =
            isOfOneGroup
            ? FallibleElectorate(ofOneGroup: scenario, certificate)
            : FallibleElectorate(scenario)
          var curve = RiskCurve(certificate, electorate)
          let answer = try requireValue(
            certificate.answers.first { $0.guarantee == guarantee && $0.actions == .normal },
            "there is an answer")
          let worst = curve.worst(of: answer, faults: faults)
          try require(
            value.value <= worst.possible * (1 + 1e-12), "\(value) beyond \(worst) of \(guarantee)")
          if isOfOneGroup {
            try require(
              (worst.possible - value.value).magnitude <= 1e-12 * value.value,
              "\(guarantee): \(worst), but in the scenario \(value)")
          }
        }
      }
    }
  }

  /// All votes counted: so many liars and at least so many who err.
  @Test(arguments: [(7, 0.95), (31, 0.9), (31, 0.99), (149, 0.95)])
  func equalVotersHaveAClosedForm(voters: Int, accuracy: Double) throws {
    let config = ConsensusConfig.standard
    let safeguards = try Safeguards(quorum: .bft, ties: .reject, tally: .decisive)
    let question = GuaranteeQuestion(
      weights: Array(repeating: 1, count: voters), config: config, safeguards: safeguards,
      timing: .synchronous, counting: .central)
    let certificate = Certificate(question)
    let roles = [0, 0.3].map {
      HonestRole(accuracy: Accuracy(accuracy), correlation: $0)
    }
    // One view of all is that of their only group.
    let electorates = roles.flatMap { role in
      [
        FallibleElectorate(
          weights: question.weights, config: config, safeguards: safeguards, role: role),
        FallibleElectorate(
          rules: question.rules, groups: [FallibleElectorate.Group(count: voters, role: role)]),
      ].map { (role.correlation, $0) }
    }
    for (correlation, electorate) in electorates {
      var curve = RiskCurve(certificate, electorate)
      for answer in certificate.answers where answer.guarantee == .noFalseApproval {
        for faults in stride(from: 0, through: voters, by: max(1, voters / 12)) {
          let honest = voters - faults
          // A majority is more than half, a supermajority two thirds, of which none is a tie here.
          let needed =
            answer.actions == .normal ? voters / 2 + 1 : (2 * voters + 2) / 3
          let known = Self.chance(
            ofAtLeast: needed - faults, of: honest, wrong: 1 - accuracy, right: accuracy,
            correlation: correlation)
          let worst = curve.worst(of: answer, faults: faults)
          #expect(
            (worst.possible - known).magnitude <= 1e-11 * known,
            "\(voters) voters, \(faults) faulty, \(answer.actions): \(worst), known \(known)")
          #expect(worst.certain == worst.possible)
        }
      }
    }
  }

  /// The probability that at least so many of some voters err.
  private static func chance(
    ofAtLeast least: Int, of voters: Int, wrong: Double, right: Double, correlation: Double
  ) -> Double {
    func tail(_ wrong: Double, _ right: Double) -> Double {
      if least > voters { return 0 }
      var sum = 0.0
      for number in max(0, least)...voters {
        var term = 1.0
        // Factors in an order in which nothing overflows or vanishes.
        for place in 0..<number { term *= Double(voters - place) / Double(place + 1) * wrong }
        for _ in number..<voters { term *= right }
        sum += term
      }
      return sum
    }
    if correlation == 0 { return tail(wrong, right) }
    let own = 1 - correlation
    return right * tail(own * wrong, own * right + correlation)
      + wrong * tail(own * wrong + correlation, own * right)
  }

  /// Liars who always vote wrongly, or never, do the worst that can be done where all votes count.
  @Test(arguments: [
    ("oppose", Guarantee.noFalseApproval, Metric.falseApprovalRate, 0.0),
    ("oppose", .noFalseApproval, .falseApprovalRate, 0.3),
    ("oppose", .noFalseRejection, .falseRejectionRate, 0.3),
    ("abstain", .decision, .quorumFailureRate, 0),
  ])
  func theSimulatorRunsTheWorstAttack(
    strategy: String, guarantee: Guarantee, metric: Metric, correlation: Double
  ) throws {
    let trials = Effort.count(4000, inDebug: 300)
    let scenario = try ScenarioFile(
      parsing: """
        {"name": "worst", "trials": \(trials), "voters": [
           {"name": "h", "role": "honest", "count": 5, "accuracy": 0.8, "abstain": 0.2,
            "correlation": \(correlation)},
           {"name": "l", "role": "byzantine", "count": 2, "strategy": "\(strategy)"}],
         "workload": {"warranted": 0.5, "proposals": 10, "interval": 20},
         "safeguards": {"tally": "decisive", "ties": "reject"}}
        """
    ).cells[0].scenario
    let certificate = Certificate(GuaranteeQuestion(scenario, timing: .synchronous))
    let answer = try #require(
      certificate.answers.first { $0.guarantee == guarantee && $0.actions == .normal })
    var curve = RiskCurve(certificate, FallibleElectorate(scenario))
    let worst = curve.worst(of: answer, faults: 2).possible
    var runs = Trials(scenario)
    let counts = runs.run(1...trials)
    let value = try #require(counts.measurement(of: metric, in: scenario).value)
    let proposals = Double(trials * 10) / (guarantee == .decision ? 1 : 2)
    let error = (worst * (1 - worst) / proposals).squareRoot()
    #expect((value - worst).magnitude <= 4 * error, "\(value), but the worst is \(worst)")
    #expect(worst > 0.05 && worst < 0.95)
  }
}

extension FallibleElectorate {
  /// The voters of a scenario as one group that errs like its first.
  fileprivate init(ofOneGroup scenario: Scenario, _ certificate: Certificate) {
    guard case .honest(let role) = scenario.groups[0].role else {
      preconditionFailure("the first group is honest")
    }
    let rules = certificate.question.rules
    self.init(rules: rules, groups: [Group(count: rules.voterCount, role: role)])
  }
}

extension Draw {
  /// A central scenario of voters who err and of some liars, of one weight.
  ///
  /// - Returns: the scenario, the number of liars, and whether all are like each other.
  fileprivate func scenarioOfLiars() throws -> (Scenario, faults: Int, isOfOneGroup: Bool) {
    let isOfOneGroup = bool()
    func group(_ name: String) -> JSONValue {
      [
        "name": .string(name), "role": "honest", "count": JSONValue(int(in: 1...4)),
        "accuracy": JSONValue(element(of: [0.95, 0.7, 0.5, 1])),
        "abstain": JSONValue(element(of: [0, 0.1])),
        "correlation": JSONValue(isOfOneGroup ? element(of: [0, 0.3]) : 0),
      ]
    }
    let liars = int(in: 0...3)
    let scenario: JSONValue = [
      "name": "liars",
      "voters": .array(
        [group("a")] + (isOfOneGroup ? [] : [group("b")]) + [
          [
            "name": "l", "role": "byzantine", "count": JSONValue(liars), "strategy": "abstain",
          ]
        ]),
      "workload": ["tally": element(of: ["deadline", "quorum"])],
      "config": [
        "quorum_fraction": JSONValue(element(of: [0.5, 0.7])),
        "majority_threshold": JSONValue(element(of: [0.5, 0.6])),
      ],
      "safeguards": [
        "rule": element(of: ["ratio", "certificate"]), "ties": element(of: ["approve", "reject"]),
        "tally": element(of: ["anytime", "decisive"]),
      ],
    ]
    return (
      try ScenarioFile(parsing: scenario.text()).cells[0].scenario, liars, isOfOneGroup
    )
  }
}
