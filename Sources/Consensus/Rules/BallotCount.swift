/// The numbers and weights of the votes on a proposal.
public struct BallotCount: Sendable, Hashable {
  /// How many approve.
  public var approve = 0
  /// How many reject.
  public var reject = 0
  /// How many abstain.
  public var abstain = 0
  /// The weight of the approvals, added in the order of the voters' first votes.
  public var approveWeight = 0.0
  /// The weight of the rejections, added in the order of the voters' first votes.
  public var rejectWeight = 0.0
  /// The weight of the approve and reject votes, added in the order of the voters.
  ///
  /// With this order all voters together weigh exactly the total weight, whoever voted first. Only
  /// a quorum by weight needs it.
  public var presentWeight = 0.0

  /// No votes.
  public init() {}

  /// How many approve or reject.
  public var participants: Int { approve + reject }
}
