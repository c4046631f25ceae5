/// Repairs for the protocol's holes; each default is the behaviour of the Python class.
public struct Safeguards: Sendable, Equatable {
  /// How many votes a decision needs at least.
  public enum Quorum: String, CaseIterable, Sendable {
    /// The configured fraction of the voters.
    case fraction
    /// The fraction, and no fewer than 2f + 1, so that any two quorums share an honest voter.
    case bft
  }

  /// What the quorum fraction is a fraction of.
  public enum QuorumUnit: String, CaseIterable, Sendable {
    case voters
    case weight
  }

  /// What an approving share exactly at the threshold does.
  public enum Ties: String, CaseIterable, Sendable {
    case approve
    case reject
  }

  /// What decides once the quorum is there.
  public enum Rule: String, CaseIterable, Sendable {
    /// The share of the weight cast that approves.
    case ratio
    /// More than (n + f) ÷ 2 equal votes, which no two replicas can hold for different outcomes.
    case certificate
  }

  /// When a tally may decide.
  public enum TallyTime: String, CaseIterable, Sendable {
    case anytime
    /// At the deadline; before it only what the missing votes could no longer change.
    case decisive
  }

  /// How a vote or proposal proves who made it.
  public enum Authentication: String, CaseIterable, Sendable {
    case none
    case hmac
  }

  /// What protects the audit log.
  public enum Audit: String, CaseIterable, Sendable {
    case chained
    /// The head hash and the length are also kept outside the log.
    case anchored
  }

  /// How many votes a decision needs at least.
  public package(set) var quorum: Quorum
  /// What the quorum fraction is a fraction of.
  public package(set) var quorumUnit: QuorumUnit
  /// What an approving share exactly at the threshold does.
  public package(set) var ties: Ties
  /// What decides once the quorum is there.
  public package(set) var rule: Rule
  /// When a tally may decide.
  public package(set) var tally: TallyTime
  /// How a vote or proposal proves who made it.
  public package(set) var authentication: Authentication
  /// The largest share of all counted weight that one voter may have; nil for no limit.
  public package(set) var weightCap: Double?
  /// What protects the audit log.
  public package(set) var audit: Audit

  /// The behaviour of the Python class.
  public static let none = Safeguards()

  private init() {
    quorum = .fraction
    quorumUnit = .voters
    ties = .approve
    rule = .ratio
    tally = .anytime
    authentication = .none
    weightCap = nil
    audit = .chained
  }

  /// A set of safeguards; the weight cap must be in (0, 1].
  public init(
    quorum: Quorum = .fraction,
    quorumUnit: QuorumUnit = .voters,
    ties: Ties = .approve,
    rule: Rule = .ratio,
    tally: TallyTime = .anytime,
    authentication: Authentication = .none,
    weightCap: Double? = nil,
    audit: Audit = .chained
  ) throws(ConfigurationError) {
    if let weightCap, !weightCap.isShare { throw .invalidWeightCap(weightCap) }
    self.quorum = quorum
    self.quorumUnit = quorumUnit
    self.ties = ties
    self.rule = rule
    self.tally = tally
    self.authentication = authentication
    self.weightCap = weightCap
    self.audit = audit
  }
}
