import Consensus

/// Something that happened in a trial, as an onlooker sees it.
public enum TrialEvent: Sendable {
  /// A proposal was opened.
  case opened(proposal: Int)
  /// A voter's proposal was refused.
  case proposalRefused(proposer: Int, Refusal)
  /// A vote in a voter's name reached a ballot box; nil where it was accepted.
  case vote(VoteValue, of: Int, sentBy: Int, on: Int, box: Int, Refusal?)
  /// A ballot box counted, for a voter or, if nil, the coordinator.
  case tally(proposal: Int, by: Int?, box: Int, TallyOutcome)
  /// An approved proposal was carried out.
  case executed(proposal: Int, box: Int)
}

/// Somebody who watches a trial event by event.
public protocol TrialObserver: AnyObject {
  /// Is told what has just happened.
  func observe(_ event: TrialEvent, in world: borrowing World)
}
