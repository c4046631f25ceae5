import Consensus

// Why a closed form is enough. Decisions depend on how many approve and reject and on what they
// weigh, and one more vote for a side never changes a decision against it. So of all attacks by f
// voters these are at least as strong as any other:
//
// - Against no false approval and no false rejection: the f heaviest vote wrongly, and with them
//   arrive only as many honest votes as the quorum needs, the lightest. Exchanging a lighter
//   traitor for a heavier honest voter, or an honest vote for a lighter one, never helps the right
//   side.
// - Against a decision: the f heaviest do not vote, or just too few to decide vote for the
//   opposite.
// - Against agreement: all f send each of two replicas the votes of its owner's side. It matters
//   which honest voters are on which side; see `AgreementAttacks`.
//
// Every attack in an answer has been replayed on the ballot box of the protocol.

/// The most faulty voters that each guarantee withstands, for electorates of any size.
public struct ClosedForm: Sendable {
  /// The question.
  public let question: GuaranteeQuestion

  /// The closed form for a question.
  public init(_ question: GuaranteeQuestion) {
    self.question = question
  }

  /// The answer for one guarantee and kind of action.
  ///
  /// - Complexity: O(*n* log *n*) if all voters have the same weight; otherwise also O(*n* · *w*)
  ///   with a quorum by weight, *w* being the total weight in units of the smallest difference,
  ///   within bounds.
  public func answer(_ guarantee: Guarantee, _ actions: ActionKind) -> GuaranteeAnswer {
    let last = question.faultsMax(guarantee)
    let first = firstFaults(upTo: last) { knownAttack(guarantee, actions, by: $0) }
    let attack: Attack? = if case .attack(let make)? = first?.knownAttack { make() } else { nil }
    precondition(
      attack?.succeeds(under: question.rules, critical: actions == .critical) ?? true,
      "the protocol does not decide as an attack says")
    return GuaranteeAnswer(
      guarantee, actions, of: question, firstFaults: first?.faults, attack: attack,
      proof: first != nil && attack == nil ? .lowerBound : .closedForm)
  }

  /// Whether a guarantee certainly holds against a number of faulty voters.
  func withstands(_ guarantee: Guarantee, _ actions: ActionKind, faults: Int) -> Bool {
    let faults = min(faults, question.faultsMax(guarantee))
    return faults < 0 || knownAttack(guarantee, actions, by: faults).isNone
  }

  private func knownAttack(
    _ guarantee: Guarantee, _ actions: ActionKind, by faults: Int
  ) -> KnownAttack {
    let critical = actions == .critical
    switch guarantee {
    case .noFalseApproval:
      return SafetyAttacks(question, critical: critical, wrong: .approved).knownAttack(by: faults)
    case .noFalseRejection:
      return SafetyAttacks(question, critical: critical, wrong: .rejected).knownAttack(by: faults)
    case .decision: return LivenessAttacks(question, critical: critical).knownAttack(by: faults)
    case .agreement: return AgreementAttacks(question, critical: critical).knownAttack(by: faults)
    }
  }

  /// The answers for all guarantees that mean something, and all kinds of actions.
  public var answers: [GuaranteeAnswer] {
    question.counting.guarantees.flatMap { guarantee in
      ActionKind.allCases.map { answer(guarantee, $0) }
    }
  }

  /// The fewest faulty voters who have an attack, and that attack; nil if not even all have one.
  ///
  /// An attack also exists with one voter more, who behaves correctly.
  private func firstFaults(
    upTo last: Int, _ knownAttack: (Int) -> KnownAttack
  ) -> (faults: Int, knownAttack: KnownAttack)? {
    guard last >= 0 else { return nil }
    var low = -1
    var high = 0
    var found = knownAttack(high)
    while found.isNone {
      if high == last { return nil }
      low = high
      high = min(last, max(1, 2 * high))
      found = knownAttack(high)
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      let candidate = knownAttack(middle)
      if candidate.isNone { low = middle } else { (high, found) = (middle, candidate) }
    }
    return (high, found)
  }
}
