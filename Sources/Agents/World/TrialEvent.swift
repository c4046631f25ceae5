import Consensus

/// Something that happened in a trial, as an observer sees it.
package enum TrialEvent: Sendable {
  /// A proposal was opened.
  case opened(proposal: Int)
  /// A voter's proposal was refused.
  case proposalRefused(proposer: Int, Refusal)
  /// A vote in the name of a voter reached a ballot box; the refusal is nil if it was accepted.
  case vote(VoteValue, of: Int, sentBy: Int, on: Int, box: Int, Refusal?)
  /// A ballot box counted, for a voter or, if nil, the coordinator.
  case tally(proposal: Int, by: Int?, box: Int, TallyOutcome)
  /// An approved proposal was executed.
  case executed(proposal: Int, box: Int)
}

/// An observer of a trial, called for each event.
package protocol TrialObserver: AnyObject {
  /// Called after each event.
  func observe(_ event: TrialEvent, in world: borrowing World)
}
