/// A proposal as the rules see it: proposer, expiry and votes.
public struct Ballot: Sendable {
  /// The voter who opened it.
  public let proposer: Int
  /// Whether its action needs the supermajority.
  public let isCritical: Bool
  /// When it expires; nil for never.
  public let deadline: Instant?
  /// Its status.
  public internal(set) var status = ProposalStatus.open
  /// The votes so far.
  public internal(set) var count = BallotCount()
  /// The outcome of the latest tally.
  public internal(set) var outcome: TallyOutcome?

  /// How many voters have voted.
  public var votersHeard: Int { count.participants + count.abstain }
}
