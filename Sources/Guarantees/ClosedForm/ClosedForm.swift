// Why a closed form is enough. Decisions depend on how many approve and reject and on what they
// weigh, and one more vote for a side never turns a decision against it. So of all attacks by f
// voters these are at least as strong as any other:
//
// - Against no false approval and no false rejection: the f heaviest say what is wrong, and with
//   them arrive as few honest votes as the quorum asks for, the lightest. Swapping a lighter traitor
//   for a heavier honest voter, or an honest vote for a lighter one, never helps the right side.
// - Against a decision: the f heaviest say nothing, or just too few to decide vote for the opposite.
// - Against agreement: all f tell each of two replicas what its owner's side says. Which honest
//   voters are of which mind matters; see `Disagreement`.
//
// Every attack that is answered has been put through the protocol's own ballot box.

import Consensus

/// The most faulty voters that each guarantee withstands, for electorates of any size.
public struct ClosedForm: Sendable {
  /// What is asked.
  public let question: GuaranteeQuestion
  private let voters: RankedVoters

  /// The closed form for a question.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ question: GuaranteeQuestion) {
    self.question = question
    voters = RankedVoters(question.rules)
  }

  /// The answer for one guarantee and kind of action.
  ///
  /// - Complexity: O(*n* log *n*) where voters weigh the same; besides, O(*n* · *w*) with a quorum
  ///   by weight, *w* being the total weight in units of the lightest difference, within bounds.
  public func answer(_ guarantee: Guarantee, _ actions: ActionKind) -> GuaranteeAnswer {
    let critical = actions == .critical
    // Agreement is between two honest voters at least.
    let last = guarantee == .agreement ? question.voterCount - 2 : question.voterCount
    let first = firstFaults(upTo: last) { faults in
      switch guarantee {
      case .noFalseApproval:
        WrongDecision(question, voters, critical: critical, wrong: .approved).finding(by: faults)
      case .noFalseRejection:
        WrongDecision(question, voters, critical: critical, wrong: .rejected).finding(by: faults)
      case .decision: Indecision(question, voters, critical: critical).finding(by: faults)
      case .agreement: Disagreement(question, voters, critical: critical).finding(by: faults)
      }
    }
    let attack: Attack? = if case .attack(let attack)? = first?.finding { attack } else { nil }
    precondition(
      attack?.succeeds(under: question.rules, critical: critical) ?? true,
      "the protocol does not decide as an attack says")
    return GuaranteeAnswer(
      guarantee, actions, of: question, firstFaults: first?.faults, attack: attack,
      proof: first != nil && attack == nil ? .lowerBound : .closedForm)
  }

  /// The answers for all guarantees and kinds of actions.
  public var answers: [GuaranteeAnswer] {
    Guarantee.allCases.flatMap { guarantee in
      ActionKind.allCases.map { answer(guarantee, $0) }
    }
  }

  /// The fewest faulty voters who have an attack, and that attack; nil if not even all have one.
  ///
  /// Who has an attack has it with one voter more, who behaves.
  private func firstFaults(
    upTo last: Int, _ finding: (Int) -> Finding
  ) -> (faults: Int, finding: Finding)? {
    guard last >= 0 else { return nil }
    var low = -1
    var high = 0
    var found = finding(high)
    while found.isNone {
      if high == last { return nil }
      low = high
      high = min(last, max(1, 2 * high))
      found = finding(high)
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      let candidate = finding(middle)
      if candidate.isNone { low = middle } else { (high, found) = (middle, candidate) }
    }
    return (high, found)
  }
}
