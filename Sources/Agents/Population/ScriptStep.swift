import Consensus
import Forms
import JSON
import Simulation

/// A step of a scripted voter, done on every proposal that meets its condition.
public struct ScriptStep: Hashable, Sendable {
  /// The time from the opening of the proposal; nil for as soon as the votes are as the condition
  /// says.
  public var delay: Nanoseconds?
  /// What must be so for the step to be done; nil if it is always done.
  public var condition: ScriptCondition?
  /// The vote; nil for none.
  public var vote: VoteValue?
  /// The groups whose replicas get the vote; nil for all.
  ///
  /// A single ballot box gets every vote.
  public var recipients: [String]
  /// Whether it calls the tally, after the votes at this time.
  public var callsTally: Bool

  /// By default a step is always done, and does nothing.
  public init(
    after delay: Nanoseconds? = .zero, if condition: ScriptCondition? = nil,
    vote: VoteValue? = nil, to recipients: [String] = [], callsTally: Bool = false
  ) {
    self.delay = delay
    self.condition = condition
    self.vote = vote
    self.recipients = recipients
    self.callsTally = callsTally
  }
}

extension ScriptStep {
  static let form = Form.record(
    ScriptStep(after: nil),
    [
      .optional(
        "at", \.delay, .delay,
        """
        When, in seconds from the opening of the proposal; if left out, as soon as the votes are as \
        `when` says.
        """),
      .optional(
        "when", \.condition, ScriptCondition.form, "What must be so for the step to be done."),
      .optional("vote", \.vote, .word, "The vote."),
      .init(
        "to", \.recipients, Form<[String]>.list(of: .text).unique(),
        "The groups whose replicas get the vote, by name; if left out, all replicas get it."),
      .init(
        "tally", \.callsTally, .flag,
        "Whether it calls the tally at the single ballot box, after the votes at this time."),
    ]
  ).checked { cursor, step in
    if step.vote == nil && !step.callsTally {
      cursor.report("this step does nothing; it needs 'vote' or 'tally'")
    }
    if step.vote == nil && !step.recipients.isEmpty {
      cursor.report("the key 'to' needs the key 'vote'")
    }
    if step.delay == nil && step.condition?.votes.isEmpty ?? true {
      cursor.report("this step has no time; it needs 'at', or 'votes' within 'when'")
    }
  }
}
