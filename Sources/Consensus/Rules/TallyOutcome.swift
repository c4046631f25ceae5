/// The decision of a tally, and its counts.
public struct TallyOutcome: Sendable, Equatable {
  /// The decision.
  public let decision: Decision
  /// The votes that were counted.
  public let count: BallotCount
  /// Whether there was a quorum.
  public let quorumMet: Bool
  /// The share of the weight of the votes that had to approve.
  public let threshold: Double
  /// The weights of the approvals and the rejections if doubles cannot hold them.
  var exactWeights: ExactBallotWeights?

  /// The outcome of a tally after the deadline: no votes are counted, and the threshold is the
  /// default.
  static let expired = TallyOutcome(
    decision: .noQuorum, count: BallotCount(), quorumMet: false,
    threshold: ConsensusConfig.standard.majorityThreshold)
}
