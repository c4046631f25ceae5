/// One proposal as the rules see it: who opened it, how long it lasts, and the count so far.
public struct Ballot: Sendable {
  /// The voter who opened it.
  public let proposer: Int
  /// Whether its action needs the supermajority.
  public let isCritical: Bool
  /// The last moment at which it can be voted on and decided; nil for never ending.
  public let deadline: Instant?
  /// Where it is in its life.
  public internal(set) var status = ProposalStatus.open
  /// The votes so far.
  public internal(set) var count = BallotCount()
  /// What the latest tally answered.
  public internal(set) var outcome: TallyOutcome?

  /// How many voters have voted.
  public var votersHeard: Int { count.participants + count.abstain }
}
