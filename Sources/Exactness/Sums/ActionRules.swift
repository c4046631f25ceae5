import Consensus

/// The rules for actions of one kind, critical or not.
///
/// It is a class, so that what is worked out about the rules is worked out once, whoever asks.
final class ActionRules {
  /// The rules for all actions.
  let all: VotingRules
  /// Whether the actions are critical.
  let critical: Bool
  /// What they decide where all votes weigh the same, or where only their numbers count.
  private(set) lazy var counts = CountDecisions(self)
  /// The fewest votes that are a quorum where all weigh the same; more than all voters if none are.
  private(set) lazy var quorum = all.quorumOfEqualVotes

  init(_ rules: VotingRules, critical: Bool) {
    all = rules
    self.critical = critical
  }

  /// The share of the weight of the votes that approves an action.
  var threshold: Double { all.threshold(critical: critical) }

  /// The active safeguards.
  var safeguards: Safeguards { all.safeguards }

  /// What a final tally decides on a count.
  func decide(_ count: BallotCount) -> Decision { all.decide(count, critical: critical) }
}
