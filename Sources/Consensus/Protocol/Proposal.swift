import JSON

/// A proposal and its present state.
public struct Proposal: Sendable {
  /// Its id: `prop-0001` and so on.
  public let id: String
  /// The voter who opened it.
  public let proposer: String
  /// The proposed action.
  public let action: String
  /// The target of the action, if any.
  public let target: String?
  /// The evidence for the action.
  public let evidence: JSONObject
  /// Its status.
  public let status: ProposalStatus
  /// When it was opened.
  public let createdAt: Seconds
  /// When it was decided.
  public let decidedAt: Seconds?
  /// When it expires; nil for never.
  public let expiresAt: Seconds?
  /// The digest that votes on it are signed with; nil without authentication.
  public let digest: SHA256Digest?
  /// The votes, in the order of the first vote of each voter.
  public let votes: [Vote]
  /// The result of the latest tally.
  public let result: TallyResult?

  /// Whether its action needs the supermajority.
  public var isCritical: Bool { ProposalAction.isCritical(action) }
}
