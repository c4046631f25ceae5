import Consensus
import ConsensusTestSupport
import Experiments
import Guarantees
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// An attack that was found on paper comes about in the simulation.
struct AttackScenarioTests {
  /// Runs the scenarios of all attacks on a question, and returns how many there were.
  @discardableResult
  private func replay(_ answers: [GuaranteeAnswer], to question: GuaranteeQuestion) throws -> Int {
    var count = 0
    for answer in answers {
      let description = "It breaks \(answer.guarantee.rawValue)."
      guard
        let attack = AttackScenario(
          of: answer, to: question, named: "attack", description: description)
      else { continue }
      count += 1
      let text = attack.json.text(.indented)
      let cell = try ScenarioFile(parsing: text).cells[0].scenario
      try require(cell.name == "attack" && cell.description == description, text)
      try require(cell.weights == question.weights, text)
      try require(cell.config == question.rules.config, text)
      try require(cell.safeguards == question.rules.safeguards, text)
      var trials = Trials(cell)
      let counts = trials.run(1...1)
      try require(answer.guarantee.violation.isShown(by: counts), "\(answer)\n\(text)")
      for view in try requireValue(answer.attack).views {
        try require(transcript(of: cell, shows: view), "\(view)\n\(text)")
      }
    }
    return count
  }

  /// Whether a ballot box decides before everybody's eyes what a view of an attack says.
  private func transcript(of cell: Scenario, shows view: Attack.View) -> Bool {
    let replica = view.owner.map { cell.voterIDs[$0] }
    return Transcript(cell, trial: 1).entries.contains { entry in
      if case .tally(let decision, _) = entry.occurrence {
        decision == view.decision && (replica == nil || entry.replica == replica)
      } else {
        false
      }
    }
  }

  private static let configurations: [(name: String, config: String, safeguards: String)] = [
    ("default", "{}", "{}"),
    ("expiring", #"{"default_expiry_seconds": 0.5}"#, "{}"),
    ("decisive", "{}", #"{"tally": "decisive"}"#),
    ("two thirds", #"{"quorum_fraction": 0.6666666666666666}"#, #"{"ties": "reject"}"#),
    ("bft", "{}", #"{"quorum": "bft", "tally": "decisive"}"#),
    ("certificates", "{}", #"{"rule": "certificate", "tally": "decisive"}"#),
    ("all present", #"{"quorum_fraction": 1}"#, #"{"quorum_unit": "weight"}"#),
    ("unanimous", #"{"majority_threshold": 1}"#, #"{"ties": "reject"}"#),
  ]

  @Test(arguments: configurations.indices, Timing.allCases)
  func equalVoters(index: Int, timing: Timing) throws {
    let (_, config, safeguards) = Self.configurations[index]
    var replayed = 0
    for count in 4...Effort.count(12, inDebug: 6) {
      let question = GuaranteeQuestion(
        weights: Array(repeating: 1, count: count),
        config: try ConsensusConfig(parsing: Array(config.utf8)),
        safeguards: try Safeguards(parsing: Array(safeguards.utf8)), timing: timing)
      replayed += try replay(ClosedForm(question).answers, to: question)
      if count <= 5 { replayed += try replay(Certificate(question).answers, to: question) }
    }
    #expect(replayed > 0)
  }

  /// Whatever the rules are and the voters weigh, the bound is where attacks begin.
  @Test func wholeWeights() {
    forEverySeed(600, inDebug: 30) { draw in
      let count = draw.element(of: [draw.int(in: 2...7), draw.int(in: 4...40)])
      let weightMax = draw.element(of: [1, 2, 5])
      let question = GuaranteeQuestion(
        weights: draw.array(count...count) { Double($0.int(in: 1...weightMax)) },
        config: try ConsensusConfig(
          quorumFraction: draw.element(of: [0.3, 0.5, 0.75, 1]),
          majorityThreshold: draw.element(of: [0.5, 0.7, 1]),
          supermajorityThreshold: draw.element(of: [2.0 / 3, 0.9])),
        safeguards: try draw.safeguards(weightCap: draw.bool(probability: 0.2) ? 0.4 : nil),
        timing: draw.element(of: Timing.allCases),
        counting: draw.element(of: VoteCounting.allCases))
      draw.sometimes(
        "an attack", try replay(ClosedForm(question).answers, to: question) > 0)
    }
  }

  /// Where sums are rounded, the order of the votes is part of the attack.
  @Test func tenthsAtASingleBallotBox() {
    forEverySeed(15) { draw in
      let question = GuaranteeQuestion(
        weights: draw.array(2...5) { Double($0.int(in: 1...7)) / 10 },
        config: try ConsensusConfig(quorumFraction: draw.element(of: [0.3, 0.5, 0.75])),
        timing: .asynchronous)
      let answers = Certificate(question).answers.filter { $0.guarantee != .agreement }
      draw.sometimes("an attack", try replay(answers, to: question) > 0)
    }
  }
}
