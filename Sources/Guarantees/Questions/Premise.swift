import Text

/// Something that a guarantee takes for granted; raw values are the words of reports.
///
/// This is where a premise is declared: its name and its sentence. `PremiseRule` says which guarantees
/// take it, and `Scenario.breach(of:by:)` in `Experiments` holds it against a scenario.
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
