import Agents
import Consensus
import Testing

@testable import Exactness

/// Probabilities that can be worked out by hand, under the rules of the protocol: a quorum of half of
/// the voters, a majority of half, and a tie approves.
struct WorstChancesTests {
  private let role = HonestRole(accuracy: Accuracy(warranted: 0.9, unwarranted: 0.8), abstain: 0)

  private func alike(_ role: HonestRole, weights: [Double] = [1, 1, 1]) -> FallibleElectorate {
    FallibleElectorate(weights: weights, config: .standard, safeguards: .none, role: role)
  }

  private func isNear(_ limits: WorstLimits<Double>, _ value: Double) -> Bool {
    (limits.possible - value).magnitude < 1e-14 && limits.certain == limits.possible
  }

  /// Of three, one wrong approval beside one right rejection is a tie, if only these have arrived.
  @Test func oneErrorIsEnoughIfItArrivesFirst() {
    let chances = alike(role).worstChances(
      faults: 0, warranted: false, ofCritical: [false, true])
    #expect(isNear(chances[0].ofWrongDecision(isHoldingBack: true), 1 - 0.8 * 0.8 * 0.8))
    #expect(isNear(chances[0].ofWrongDecision(isHoldingBack: false), 3 * 0.04 * 0.8 + 0.008))
    // A supermajority takes two of two or three.
    #expect(isNear(chances[1].ofWrongDecision(isHoldingBack: true), 3 * 0.04 * 0.8 + 0.008))
  }

  /// A tie is no rejection, so it takes two errors.
  @Test func rejectionTakesTwoErrors() {
    let chances = alike(role).worstChances(faults: 0, warranted: true, ofCritical: [false])[0]
    for isHoldingBack in [true, false] {
      #expect(
        isNear(
          chances.ofWrongDecision(isHoldingBack: isHoldingBack), 3 * 0.01 * 0.9 + 0.001))
    }
    let one = alike(role).worstChances(faults: 1, warranted: true, ofCritical: [false])[0]
    #expect(isNear(one.ofWrongDecision(isHoldingBack: true), 1 - 0.9 * 0.9))
  }

  /// One of three is silent, and of the others both must vote.
  @Test func silenceAndAbstentionsPreventADecision() {
    var silent = role
    silent.abstain = 0.25
    let none = alike(silent).worstChances(faults: 0, warranted: true, ofCritical: [false])[0]
    #expect(isNear(none.ofNoDecision, 3 * 0.75 * 0.0625 + 0.015625))
    let one = alike(silent).worstChances(faults: 1, warranted: true, ofCritical: [false])[0]
    #expect(isNear(one.ofNoDecision, 1 - 0.75 * 0.75))
  }

  /// All see the same in half of the cases: given that, they err together.
  @Test(arguments: [[1.0, 1, 1], [1, 2, 1]])
  func whatAllSeeIsOneDraw(weights: [Double]) {
    var correlated = role
    correlated.correlation = 0.5
    let chances = alike(correlated, weights: weights).worstChances(
      faults: 0, warranted: true, ofCritical: [false])[0]
    func tail(_ wrong: Double) -> Double {
      let right = 1 - wrong
      // Two of three equal votes reject; the heavy one beside any other does, or both light ones.
      return weights[1] == 1
        ? 3 * wrong * wrong * right + wrong * wrong * wrong : wrong + right * wrong * wrong
    }
    let expected = 0.9 * tail(0.5 * 0.1) + 0.1 * tail(0.5 * 0.1 + 0.5)
    let worst = chances.ofWrongDecision(isHoldingBack: true)
    #expect((worst.possible - expected).magnitude < 1e-14)
  }

  /// Of a good and two poor voters it is worst to control the good one.
  @Test func theBestChoiceIsFound() {
    let rules = VotingRules(weights: [1, 1, 1])
    func group(_ count: Int, _ accuracy: Double) -> FallibleElectorate.Group {
      FallibleElectorate.Group(count: count, role: HonestRole(accuracy: Accuracy(accuracy)))
    }
    for groups in [[group(1, 1), group(2, 0.8)], [group(2, 0.8), group(1, 1)]] {
      let chances = FallibleElectorate(rules: rules, groups: groups).worstChances(
        faults: 1, warranted: true, ofCritical: [false])[0]
      // With it one of two errors is enough.
      #expect(isNear(chances.ofWrongDecision(isHoldingBack: true), 1 - 0.8 * 0.8))
    }
  }

  /// Voters of one view do not share it any more if they err independently.
  @Test func independentVotersShareNothing() throws {
    var correlated = role
    correlated.correlation = 0.5
    let independent = try #require(alike(correlated).ifIndependent)
    let one = independent.worstChances(faults: 0, warranted: true, ofCritical: [false])[0]
    #expect(isNear(one.ofWrongDecision(isHoldingBack: true), 3 * 0.01 * 0.9 + 0.001))
    #expect(alike(role).ifIndependent == nil)
  }

  /// Of 31 different weights there are too many combinations to look at each; the bound, too, is a sum
  /// over what all may see.
  @Test func boundsAreSumsOverWhatAllSee() {
    let weights = (0..<31).map { 1 + Double($0 * $0 % 37) / 100 }
    func bound(_ accuracy: Double, correlation: Double) -> WorstLimits<Double> {
      alike(HonestRole(accuracy: Accuracy(accuracy), correlation: correlation), weights: weights)
        .worstChances(faults: 2, warranted: false, ofCritical: [false])[0]
        .ofWrongDecision(isHoldingBack: true)
    }
    let (right, wrong) = (
      bound(0.75 * 0.9 + 0.25, correlation: 0), bound(0.75 * 0.9, correlation: 0)
    )
    let both = bound(0.9, correlation: 0.25)
    #expect(both.certain == 0 && both.possible < 1 && wrong.possible > 2 * right.possible)
    let expected = 0.9 * right.possible + 0.1 * wrong.possible
    #expect((both.possible - expected).magnitude < 1e-14)
  }

  /// Of 250, 100 are silent, and of the others 125 must vote, each of whom does in three of four cases.
  @Test func aCrowdMayBeTooFew() {
    var silent = role
    silent.abstain = 0.25
    let chances = alike(silent, weights: Array(repeating: 1, count: 250))
      .worstChances(faults: 100, warranted: true, ofCritical: [false])[0]
    var (sum, term) = (0.0, 1.0)
    for _ in 0..<150 { term *= 0.25 }
    for voting in 0..<125 {
      sum += term
      term *= 3 * Double(150 - voting) / Double(voting + 1)
    }
    #expect((chances.ofNoDecision.possible - sum).magnitude < 1e-13 && sum > 0.9)
  }
}
