import Consensus
import Simulation

/// Something that a scripted voter does on every proposal.
public struct ScriptStep: Hashable, Sendable {
  /// The time from the proposal's opening until it is done.
  public var delay: Nanoseconds
  /// What it votes; nil for nothing.
  public var vote: VoteValue?
  /// The groups whose replicas get the vote; none for all.
  ///
  /// A single ballot box gets every vote.
  public var recipients: [String]
  /// Whether it calls the tally, once the votes of this moment are in.
  public var callsTally: Bool

  /// A step that, unless told otherwise, does nothing.
  public init(
    after delay: Nanoseconds = .zero, vote: VoteValue? = nil, to recipients: [String] = [],
    callsTally: Bool = false
  ) {
    self.delay = delay
    self.vote = vote
    self.recipients = recipients
    self.callsTally = callsTally
  }
}
