import Consensus
import Guarantees
import TestSupport
import Testing

/// The closed form and the exploration of the protocol itself answer alike.
struct ClosedFormAgainstExplorationTests {
  /// Compares the two on one question.
  ///
  /// - Parameter isExact: Whether the closed form has to know the answer, and not just a bound.
  private func compare(
    _ question: GuaranteeQuestion, isExact: Bool, _ draw: Draw? = nil
  ) throws {
    let closedForm = ClosedForm(question)
    var exhaustive = try requireValue(Exhaustive(question))
    for guarantee in Guarantee.allCases {
      for actions in ActionKind.allCases {
        let formal = closedForm.answer(guarantee, actions)
        let actual = exhaustive.answer(guarantee, actions)
        let name = "\(guarantee) \(actions) \(question)"
        for attack in [formal.attack, actual.attack].compactMap(\.self) {
          try require(attack.succeeds(under: question.rules, critical: actions == .critical), name)
        }
        if formal.proof == .lowerBound {
          try require(!isExact, "no answer to \(name)")
          try require(formal.tolerated <= actual.tolerated, name)
        } else {
          try requireEqual(formal.tolerated, actual.tolerated, name)
          draw?.met("answered")
        }
        draw?.sometimes("no attack", actual.tolerated == question.voterCount)
        draw?.sometimes("fails without faults", actual.tolerated == -1)
        draw?.sometimes(
          "some are tolerated", actual.tolerated > 0 && actual.attack != nil)
      }
    }
    draw?.sometimes("many states", exhaustive.stateCount > 100)
  }

  /// The defaults under every combination of safeguards; of many voters, without optimisation under
  /// one in thirteen, and of the most under one in 39.
  @Test(arguments: 1...Exhaustive.equalVotersMax)
  func everySafeguard(voters: Int) throws {
    let all = try Safeguards.all
    let step = voters <= 4 ? 1 : voters <= 7 ? 13 : 39
    for safeguards in Effort.some(of: all, inDebugEvery: step) {
      for timing in Timing.allCases {
        let question = GuaranteeQuestion(
          weights: Array(repeating: 1, count: voters), safeguards: safeguards, timing: timing)
        try compare(question, isExact: true)
      }
    }
  }

  @Test func equalVoters() {
    forEverySeed(40, inDebug: 25, premises: ["answered"]) { draw in
      let count = draw.int(in: 1...10)
      let question = try draw.question(weights: .init(repeating: 1, count: count))
      try compare(question, isExact: true, draw)
    }
  }

  @Test func wholeWeights() {
    forEverySeed(25, premises: ["answered"]) { draw in
      let votersMax = draw.bool(probability: 0.9) ? 5 : Exhaustive.votersMax
      let weights = draw.array(1...votersMax) { Double($0.int(in: 1...5)) }
      let question = try draw.question(weights: weights)
      let isExact =
        question.rules.safeguards.quorumUnit == .voters
        && question.rules.safeguards.weightCap == nil
      try compare(question, isExact: isExact, draw)
    }
  }

  /// Sums of tenths are rounded, and not always alike.
  @Test func tenths() {
    forEverySeed(25, premises: ["answered"]) { draw in
      let weights = draw.array(1...5) { Double($0.int(in: 1...7)) / 10 }
      try compare(try draw.question(weights: weights), isExact: false, draw)
    }
  }
}
