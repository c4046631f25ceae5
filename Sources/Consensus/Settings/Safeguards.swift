import JSON

/// Repairs for holes of the protocol; each default is the behaviour of the Python class.
public struct Safeguards: SettingsRecord, Equatable {
  /// How many votes a decision needs.
  public enum Quorum: String, CaseIterable, Sendable {
    /// The configured fraction of the voters.
    case fraction
    /// The fraction, but at least 2f + 1, so that any two quorums share an honest voter.
    case bft
  }

  /// What the quorum fraction is a fraction of.
  public enum QuorumUnit: String, CaseIterable, Sendable {
    case voters
    case weight
  }

  /// The result if the approving share equals the threshold.
  public enum Ties: String, CaseIterable, Sendable {
    case approve
    case reject
  }

  /// What decides once there is a quorum.
  public enum Rule: String, CaseIterable, Sendable {
    /// The approving share of the weight of the votes.
    case ratio
    /// More than (n + f) ÷ 2 equal votes, which no two replicas can hold for different outcomes.
    case certificate
  }

  /// When a tally may decide.
  public enum TallyTime: String, CaseIterable, Sendable {
    case anytime
    /// At the deadline; before it only what the missing votes can no longer change.
    case decisive
  }

  /// How a vote or a proposal proves its origin.
  public enum Authentication: String, CaseIterable, Sendable {
    case none
    case hmac
  }

  /// What protects the audit log.
  public enum Audit: String, CaseIterable, Sendable {
    case chained
    /// The hash of the last entry and the number of entries are also kept outside the log.
    case anchored
  }

  /// How many votes a decision needs.
  public private(set) var quorum = Quorum.fraction
  /// What the quorum fraction is a fraction of.
  public private(set) var quorumUnit = QuorumUnit.voters
  /// The result if the approving share equals the threshold.
  public private(set) var ties = Ties.approve
  /// What decides once there is a quorum.
  public private(set) var rule = Rule.ratio
  /// When a tally may decide.
  public private(set) var tally = TallyTime.anytime
  /// How a vote or a proposal proves its origin.
  public private(set) var authentication = Authentication.none
  /// The largest share of the total weight that one voter may have; nil for no limit.
  public private(set) var weightCap: Double?
  /// What protects the audit log.
  public private(set) var audit = Audit.chained

  /// The definitions of all safeguards: key, meaning, allowed values and strongest value.
  public static let fields: [SettingField<Safeguards>] = [
    .word(
      "quorum", \.quorum, "bft: at least 2f + 1 votes are needed.", strongest: .init(.bft, rank: 1)),
    .word(
      "quorum_unit", \.quorumUnit,
      "Whether the quorum is a fraction of the voters or of their weight."),
    .word(
      "ties", \.ties, "The result if the approving share equals the threshold.",
      strongest: .init(.reject, rank: 4)),
    .word(
      "rule", \.rule, "certificate: more than (n + f) / 2 equal votes decide.",
      strongest: .init(.certificate, rank: 3)),
    .word(
      "tally", \.tally, "decisive: an early tally decides only what can no longer change.",
      strongest: .init(.decisive, rank: 2)),
    .word("authentication", \.authentication, "How votes prove who cast them."),
    .number(
      "weight_cap", \.weightCap, in: .share,
      "The largest share of the total weight that one voter may have; null: no limit.",
      strongest: .init(rank: 5) { $0.hasEqualWeights ? nil : 1 / Double($0.voterCount) }),
    .word("audit", \.audit, "anchored: the hash of the last entry is also kept outside the log."),
  ]

  /// The behaviour of the Python class.
  public static let none = Safeguards()

  /// No safeguards, as in the Python class.
  public static var standard: Safeguards { none }

  private init() {}

  /// A set of safeguards; throws if a value is not allowed.
  public init(
    quorum: Quorum = none.quorum,
    quorumUnit: QuorumUnit = none.quorumUnit,
    ties: Ties = none.ties,
    rule: Rule = none.rule,
    tally: TallyTime = none.tally,
    authentication: Authentication = none.authentication,
    weightCap: Double? = none.weightCap,
    audit: Audit = none.audit
  ) throws(ConfigurationError) {
    self.quorum = quorum
    self.quorumUnit = quorumUnit
    self.ties = ties
    self.rule = rule
    self.tally = tally
    self.authentication = authentication
    self.weightCap = weightCap
    self.audit = audit
    try check()
  }
}
