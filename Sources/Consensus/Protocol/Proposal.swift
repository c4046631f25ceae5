import JSON

/// A proposal put to the vote, as it stands.
public struct Proposal: Sendable {
  /// Its id: `prop-0001` and so on.
  public let id: String
  /// Who opened it.
  public let proposer: String
  /// What should be done.
  public let action: String
  /// To whom.
  public let target: String?
  /// What speaks for it.
  public let evidence: JSONObject
  /// Where it is in its life.
  public let status: ProposalStatus
  /// When it was opened.
  public let createdAt: Seconds
  /// When it was decided.
  public let decidedAt: Seconds?
  /// The last moment at which it can be voted on and decided; nil for never ending.
  public let expiresAt: Seconds?
  /// The votes, in the order in which their voters first voted.
  public let votes: [Vote]
  /// What the latest tally answered.
  public let result: TallyResult?

  /// Whether its action needs the supermajority.
  public var isCritical: Bool { ProposalAction.isCritical(action) }
}
