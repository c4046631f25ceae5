import Consensus
import Forms
import JSON
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

extension ScriptStep {
  /// A step of a script.
  static let form = Form.record(
    ScriptStep(),
    [
      .required("at", \.delay, .delay, "The seconds from the proposal's opening."),
      .optional("vote", \.vote, .word, "What it votes."),
      .init(
        "to", \.recipients, Form<[String]>.list(of: .text).unique(),
        "The names of the groups whose replicas get the vote; none for all."),
      .init(
        "tally", \.callsTally, .flag,
        "Whether it calls the tally at the single ballot box, after the votes of this moment."),
    ]
  ).checked { cursor, step in
    if step.vote == nil && !step.callsTally {
      cursor.report("nothing is done here; 'vote' or 'tally' is needed")
    }
    if step.vote == nil && !step.recipients.isEmpty {
      cursor.report("'to' stands here without a 'vote' that it is about")
    }
  }
}
