/// The votes on one proposal, counted and weighed.
public struct BallotCount: Sendable, Hashable {
  /// How many approve.
  public var approve = 0
  /// How many reject.
  public var reject = 0
  /// How many abstain.
  public var abstain = 0
  /// The weight of those who approve, added up in the order in which they first voted.
  public var approveWeight = 0.0
  /// The weight of those who reject, added up in the order in which they first voted.
  public var rejectWeight = 0.0
  /// The weight of those who approve or reject, added up in the order of the voters.
  ///
  /// This order makes a full attendance weigh exactly as much as all voters, whoever voted first.
  /// Only a quorum by weight needs it.
  public var presentWeight = 0.0

  /// Nothing counted yet.
  public init() {}

  /// How many approve or reject.
  public var participants: Int { approve + reject }
}
