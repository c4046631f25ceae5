import Consensus
import Text

/// Something that a guarantee takes for granted; raw values are the words of reports.
///
/// This is where a premise is declared: its name, its sentence, and below which guarantees need it.
/// `Scenario.breach(of:by:)` in `Experiments` holds it against a scenario.
package enum Premise: String, ExplainedWord, Hashable {
  case honestRight = "honest_right"
  case honestMayDiffer = "honest_may_differ"
  case honestVote = "honest_vote"
  case votesArriveByDeadline = "votes_arrive_by_deadline"
  case allVotesArrive = "all_votes_arrive"
  case tallyWaits = "tally_waits"
  case noExpiry = "no_expiry"
  case nobodyForges = "nobody_forges"

  /// Its name in the sentences of reports.
  package var words: String { rawValue.replacing("_", with: " ") }

  /// What is taken for granted, in one sentence.
  package var meaning: String {
    switch self {
    case .honestRight: "Honest voters see the truth."
    case .honestMayDiffer:
      "Honest voters may be right or wrong: nothing is assumed of what they see."
    case .honestVote: "Honest voters never abstain."
    case .votesArriveByDeadline: "Every honest vote arrives by the deadline."
    case .allVotesArrive:
      "Every honest vote is counted: it arrives before the tally, at every replica."
    case .tallyWaits: "The coordinator does not tally before the deadline."
    case .noExpiry: "No proposal expires before the deadline."
    case .nobodyForges: "Nobody votes in another voter's name."
    }
  }
}

extension GuaranteeQuestion {
  /// What a guarantee takes for granted.
  package func premises(of guarantee: Guarantee) -> [Premise] {
    Premise.allCases.filter { isTaken($0, by: guarantee) }
  }

  private func isTaken(_ premise: Premise, by guarantee: Guarantee) -> Bool {
    let isOfDecision = guarantee == .decision
    switch premise {
    case .honestRight:
      // Any votes make a quorum, but only like votes make a certificate.
      return guarantee.isOfSafety || (isOfDecision && rules.safeguards.rule == .certificate)
    case .honestMayDiffer: return guarantee == .agreement
    // Otherwise an abstention is no worse than a vote that has not arrived.
    case .honestVote: return isOfDecision || waitsForAllVotes(guarantee)
    case .votesArriveByDeadline: return isOfDecision
    case .allVotesArrive: return waitsForAllVotes(guarantee)
    case .tallyWaits:
      // With a quorum a ratio always decides, but there may not be a certificate yet.
      return isOfDecision && rules.safeguards.rule == .certificate
        && rules.safeguards.tally == .anytime
    // Decisive tallies need proposals that expire at the deadline.
    case .noExpiry: return isOfDecision && rules.safeguards.tally == .anytime
    case .nobodyForges: return true
    }
  }

  /// Whether a guarantee is about votes that are counted only after all honest ones.
  private func waitsForAllVotes(_ guarantee: Guarantee) -> Bool {
    switch guarantee {
    case .noFalseApproval, .noFalseRejection: countsAllHonestVotes(faults: voterCount)
    case .decision: false
    case .agreement: replicasCountAllHonestVotes
    }
  }
}
