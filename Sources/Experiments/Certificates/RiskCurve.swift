import Consensus
import Exactness
import Guarantees

/// How probable the worst adversary makes it that a guarantee breaks, by the number of voters whom it
/// controls.
///
/// The more it controls, the more it can do: it can always let a voter vote as an honest one would.
package struct RiskCurve {
  private let certificate: Certificate
  private let electorate: FallibleElectorate
  /// What is known of each number of faulty voters and truth, for normal and for critical actions.
  private var known: [Place: [WorstChances]] = [:]

  private struct Place: Hashable {
    let faults: Int
    let isWarranted: Bool
  }

  /// The curve of voters who err, under the rules of a certificate.
  package init(_ certificate: Certificate, _ electorate: FallibleElectorate) {
    self.certificate = certificate
    self.electorate = electorate
  }

  /// How a risk compares with another: sums are precise to about 13 digits.
  private static func isAtMost(_ chance: Double, _ risk: Double) -> Bool {
    chance <= risk * (1 + 1e-12)
  }

  // MARK: Numbers of faulty voters

  /// The probability that a guarantee breaks on a proposal.
  ///
  /// That is an unwarranted one for no false approval, a warranted one for no false rejection, the
  /// worse of both for the decision. For agreement it is 0 or 1, because no honest vote matters.
  ///
  /// - Returns: what no adversary can go beyond, and what one certainly achieves.
  package mutating func worst(
    of answer: GuaranteeAnswer, faults: Int
  ) -> (possible: Double, certain: Double) {
    let question = certificate.question
    // More than can break it break it no more often.
    let faults = min(faults, question.faultsMax(answer.guarantee))
    switch answer.guarantee {
    case .noFalseApproval, .noFalseRejection:
      let isHoldingBack = !question.waitsForAllVotes(answer.guarantee)
      return worst(answer, faults, warranted: answer.guarantee == .noFalseRejection) {
        $0.ofWrongDecision(isHoldingBack: isHoldingBack)
      }
    case .decision:
      if question.tallyMoment(faults: faults) == .early { return (1, 1) }
      let both = answer.guarantee.truths.map {
        worst(answer, faults, warranted: $0, \.ofNoDecision)
      }
      return (
        both.map(\.possible).reduce(0, max), both.map(\.certain).reduce(0, max)
      )
    case .agreement:
      if answer.withstands(faults: faults) { return (0, 0) }
      return (1, answer.proof == .lowerBound ? 0 : 1)
    }
  }

  private mutating func worst(
    _ answer: GuaranteeAnswer, _ faults: Int, warranted isWarranted: Bool,
    _ chance: (WorstChances) -> WorstLimits<Double>
  ) -> (possible: Double, certain: Double) {
    let chances = chances(faults, warranted: isWarranted)
    let limits = chance(chances[answer.actions == .critical ? 1 : 0])
    return (limits.possible, limits.certain)
  }

  private mutating func chances(_ faults: Int, warranted isWarranted: Bool) -> [WorstChances] {
    let place = Place(faults: faults, isWarranted: isWarranted)
    if let chances = known[place] { return chances }
    let chances = electorate.worstChances(
      faults: faults, warranted: isWarranted, ofCritical: [false, true])
    known[place] = chances
    return chances
  }

  // MARK: Risks

  /// The most faulty voters for which a guarantee breaks with a probability of at most some risk.
  ///
  /// - Complexity: that of `worst` for O(log *n*) numbers of faulty voters.
  package mutating func tolerance(of answer: GuaranteeAnswer, at risk: Double) -> RiskTolerance {
    let question = certificate.question
    let most = question.faultsMax(answer.guarantee)
    var (tolerated, beyond) = (-1, most + 1)
    while beyond - tolerated > 1 {
      let middle = (tolerated + beyond) / 2
      if Self.isAtMost(worst(of: answer, faults: middle).possible, risk) {
        tolerated = middle
      } else {
        beyond = middle
      }
    }
    let isExact =
      beyond > most || !Self.isAtMost(worst(of: answer, faults: beyond).certain, risk)
    return RiskTolerance(
      risk: risk, tolerated: tolerated == most ? question.voterCount : tolerated,
      isExact: isExact,
      worst: value(of: answer, faults: tolerated), worstBeyond: value(of: answer, faults: beyond))
  }

  /// The probability that a guarantee breaks with a number of faulty voters; nil if there is no such
  /// number, or if nothing is known.
  mutating func value(of answer: GuaranteeAnswer, faults: Int) -> WorstValue? {
    if faults < 0 || faults > certificate.question.faultsMax(answer.guarantee) { return nil }
    let worst = worst(of: answer, faults: faults)
    if worst == (1, 0) { return nil }
    return WorstValue(
      value: worst.possible, kind: worst.possible == worst.certain ? .attained : .bound)
  }

  /// Whether a guarantee breaks with at most some probability against a number of faulty voters.
  mutating func outcome(
    of answer: GuaranteeAnswer, faults: Int, risk: Double
  ) -> Verdict.Outcome {
    let worst = worst(of: answer, faults: faults)
    if Self.isAtMost(worst.possible, risk) { return .pass }
    return Self.isAtMost(worst.certain, risk) ? .inconclusive : .fail
  }
}

/// How many faulty voters a guarantee withstands at a risk.
package struct RiskTolerance: Sendable, Equatable {
  /// The largest probability with which the guarantee may break.
  package let risk: Double
  /// The most faulty voters with which it does so at most; −1 if it breaks more often without any.
  package let tolerated: Int
  /// Whether one more is certainly too many.
  package let isExact: Bool
  /// The probability that it breaks with so many; nil if not even none are tolerated.
  package let worst: WorstValue?
  /// The probability that it breaks with one more; nil if there is no such number, or if the sums are
  /// too many.
  package let worstBeyond: WorstValue?
}
