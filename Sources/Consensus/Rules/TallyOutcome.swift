/// What a tally decided, and on which count.
public struct TallyOutcome: Sendable, Equatable {
  /// The decision.
  public let decision: Decision
  /// The votes it was taken on.
  public let count: BallotCount
  /// Whether enough voters took part.
  public let quorumMet: Bool
  /// The share of the weight cast that had to approve.
  public let threshold: Double

  /// What a tally after the deadline answers: nothing is counted, and the threshold is the default.
  static let expired = TallyOutcome(
    decision: .noQuorum, count: BallotCount(), quorumMet: false,
    threshold: ConsensusConfig.standard.majorityThreshold)
}
