import JSON

/// The six settings of the protocol.
public struct ConsensusConfig: SettingsRecord, Equatable {
  /// The share of all voters who must vote approve or reject before a decision.
  public private(set) var quorumFraction = 0.5
  /// The share of the weight of approve and reject votes that approves an ordinary action.
  public private(set) var majorityThreshold = 0.5
  /// The share of the weight of approve and reject votes that approves a critical action.
  public private(set) var supermajorityThreshold = 2.0 / 3.0
  /// The seconds that a proposal stays open by default; 0 or less means no limit.
  public private(set) var defaultExpirySeconds: Seconds = 0
  /// Whether a voter may change its vote while the proposal is open.
  public private(set) var allowVoteChange = false
  /// How many open proposals a proposer may have.
  public private(set) var maxActiveProposals = 10

  /// The definitions of all settings: key, meaning and allowed values.
  package static let fields: [SettingField<ConsensusConfig>] = [
    .number(
      "quorum_fraction", \.quorumFraction, in: .share,
      "The share of all voters who must vote approve or reject before a decision."),
    .number(
      "majority_threshold", \.majorityThreshold, in: .share,
      "The share of the weight of approve and reject votes that approves an ordinary action."),
    .number(
      "supermajority_threshold", \.supermajorityThreshold, in: .share,
      "The share of the weight of approve and reject votes that approves a critical action."),
    .seconds(
      "default_expiry_seconds", \.defaultExpirySeconds,
      "The seconds that a proposal stays open by default; 0 or less: no limit."),
    .flag(
      "allow_vote_change", \.allowVoteChange,
      "Whether a voter may change its vote while the proposal is open."),
    .wholeNumber(
      "max_active_proposals", \.maxActiveProposals, atLeast: 1,
      "How many open proposals a proposer may have."),
  ]

  /// Whether it differs from another one only in what is decided on a count of votes.
  func differsOnlyInDecisions(from other: ConsensusConfig) -> Bool {
    var config = self
    config.quorumFraction = other.quorumFraction
    config.majorityThreshold = other.majorityThreshold
    config.supermajorityThreshold = other.supermajorityThreshold
    return config == other
  }

  /// The defaults of the Python class.
  public static let standard = ConsensusConfig()

  private init() {}

  /// A configuration; throws if a setting is not allowed.
  public init(
    quorumFraction: Double = standard.quorumFraction,
    majorityThreshold: Double = standard.majorityThreshold,
    supermajorityThreshold: Double = standard.supermajorityThreshold,
    defaultExpirySeconds: Seconds = standard.defaultExpirySeconds,
    allowVoteChange: Bool = standard.allowVoteChange,
    maxActiveProposals: Int = standard.maxActiveProposals
  ) throws(ConfigurationError) {
    self.quorumFraction = quorumFraction
    self.majorityThreshold = majorityThreshold
    self.supermajorityThreshold = supermajorityThreshold
    self.defaultExpirySeconds = defaultExpirySeconds
    self.allowVoteChange = allowVoteChange
    self.maxActiveProposals = maxActiveProposals
    try check()
  }
}
