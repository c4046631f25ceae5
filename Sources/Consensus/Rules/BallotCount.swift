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

  /// The weight of the approvals and rejections.
  var weight: Double { approveWeight + rejectWeight }

  /// The share of the weight of the votes that approves; not a number without any.
  package var approvingShare: Double { approveWeight / weight }

  /// How many approve or reject.
  public var participants: Int { approve + reject }
}

extension BallotCount {
  /// Counts a vote, except for the weight present.
  @inline(__always)
  package mutating func add(_ value: VoteValue, weight: Double) {
    switch value {
    case .approve:
      approve += 1
      approveWeight += weight
    case .reject:
      reject += 1
      rejectWeight += weight
    case .abstain:
      abstain += 1
    }
  }
}

extension VoteValue {
  /// Whether the vote counts for the quorum.
  var isParticipation: Bool { self != .abstain }
}
