import Consensus
import ConsensusTestSupport
import TestSupport
import Testing

@testable import Guarantees

struct MonotonyTests {
  /// Who has an attack has it with one traitor more.
  @Test func moreFaultsNeverHelp() {
    forEverySeed(300, premises: ["an attack"]) { draw in
      let weights = draw.array(1...20) { Double($0.int(in: 1...3)) }
      let question = try draw.question(weights: weights)
      let critical = draw.bool()
      let wrong = draw.element(of: [Decision.approved, .rejected])
      var isBroken = false
      for faults in 0...weights.count {
        let attack = SafetyAttacks(question, critical: critical, wrong: wrong)
        let isFound = !attack.knownAttack(by: faults).isNone
        try require(isFound || !isBroken, "\(faults) faults have no attack, fewer have one")
        isBroken = isFound
        if isBroken { draw.met("an attack") }
      }
    }
  }

  @Test func aHigherQuorumHelpsSafetyAndHurtsDecisions() {
    forEverySeed(400, premises: ["safer", "less decided"]) { draw in
      let weights = Array(repeating: 1.0, count: draw.int(in: 1...60))
      let safeguards = try draw.safeguards(weightCap: draw.weightCap())
      let timing = draw.element(of: Timing.allCases)
      let threshold = draw.element(of: [0.3, 0.5, 2.0 / 3, 1])
      let fractions = draw.array(2...2) { $0.double(in: 0.01...1) }.sorted()
      let forms = try fractions.map { fraction in
        ClosedForm(
          GuaranteeQuestion(
            weights: weights,
            config: try ConsensusConfig(
              quorumFraction: max(fraction, 0.01), majorityThreshold: threshold),
            safeguards: safeguards, timing: timing))
      }
      let approvals = forms.map { $0.answer(.noFalseApproval, .normal).tolerated }
      try require(approvals[0] <= approvals[1], "\(approvals) with quorums \(fractions)")
      if approvals[0] < approvals[1] { draw.met("safer") }
      let decisions = forms.map { $0.answer(.decision, .normal).tolerated }
      try require(decisions[0] >= decisions[1], "\(decisions) with quorums \(fractions)")
      if decisions[0] > decisions[1] { draw.met("less decided") }
    }
  }
}
