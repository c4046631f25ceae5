import JSON
import Text

/// Repairs for holes of the protocol; each default is the behaviour of the Python class.
public struct Safeguards: SettingsRecord, Equatable {
  /// How many votes a decision needs at least.
  public enum Quorum: String, ExplainedWord {
    case fraction
    case bft

    /// What the choice does.
    public var meaning: String {
      switch self {
      case .fraction: "The configured fraction of the voters must approve or reject."
      case .bft:
        "The fraction, and at least 2f + 1 votes, so that any two quorums share an honest voter."
      }
    }
  }

  /// What the quorum fraction is a fraction of.
  public enum QuorumUnit: String, ExplainedWord {
    case voters
    case weight

    /// What the choice does.
    public var meaning: String {
      switch self {
      case .voters: "The fraction is one of the number of voters."
      case .weight: "The fraction is one of the weight of all voters."
      }
    }
  }

  /// What an approving share exactly at the threshold does.
  public enum Ties: String, ExplainedWord {
    case approve
    case reject

    /// What the choice does.
    public var meaning: String {
      switch self {
      case .approve: "A share of approving weight exactly at the threshold approves."
      case .reject: "The share of approving weight must exceed the threshold."
      }
    }
  }

  /// What decides once the quorum is there.
  public enum Rule: String, ExplainedWord {
    case ratio
    case certificate

    /// What the choice does.
    public var meaning: String {
      switch self {
      case .ratio: "The share of the weight cast that approves decides."
      case .certificate:
        "More than (n + f) / 2 equal votes decide, which no two replicas can hold for different outcomes."
      }
    }
  }

  /// When a tally may decide.
  public enum TallyTime: String, ExplainedWord {
    case anytime
    case decisive

    /// What the choice does.
    public var meaning: String {
      switch self {
      case .anytime: "A tally decides whenever it is called."
      case .decisive:
        "Before the deadline a tally decides only what missing votes could no longer change."
      }
    }
  }

  /// How a vote or proposal proves who made it.
  public enum Authentication: String, ExplainedWord {
    case none
    case hmac

    /// What the choice does.
    public var meaning: String {
      switch self {
      case .none: "Votes and proposals are taken as coming from whoever they name."
      case .hmac:
        "A vote or proposal counts only with the HMAC-SHA256 of its content under the voter's key."
      }
    }
  }

  /// What protects the audit log.
  public enum Audit: String, ExplainedWord {
    case chained
    case anchored

    /// What the choice does.
    public var meaning: String {
      switch self {
      case .chained: "Each entry carries the hash of the entry before it."
      case .anchored:
        "The last hash and the length are also kept outside the log, so that a cut or rewritten log is found."
      }
    }
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

  /// Whether they differ from others only in what is decided on a count of votes.
  func differsOnlyInDecisions(from other: Safeguards) -> Bool {
    var safeguards = self
    safeguards.quorum = other.quorum
    safeguards.ties = other.ties
    safeguards.rule = other.rule
    return safeguards == other
  }

  /// The definitions of all safeguards: key, meaning, allowed values and strongest value.
  package static let fields: [SettingField<Safeguards>] = [
    .word(
      "quorum", \.quorum, "How many votes a decision needs at least.",
      strongest: .init(.bft, rank: 1)),
    .word(
      "quorum_unit", \.quorumUnit,
      "Whether the quorum is a fraction of the voters or of their weight."),
    .word(
      "ties", \.ties, "The result if the approving share equals the threshold.",
      strongest: .init(.reject, rank: 4)),
    .word(
      "rule", \.rule, "What decides once the quorum is there.",
      strongest: .init(.certificate, rank: 3)),
    .word(
      "tally", \.tally, "When a tally may decide.",
      strongest: .init(.decisive, rank: 2)),
    .word("authentication", \.authentication, "How votes and proposals prove who made them."),
    .number(
      "weight_cap", \.weightCap, in: .share,
      "The largest share of the total weight that one voter may have; null: no limit.",
      strongest: .init(rank: 5) { $0.hasEqualWeights ? nil : 1 / Double($0.voterCount) }),
    .word("audit", \.audit, "What protects the audit log."),
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
