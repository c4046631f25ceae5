/// The six settings of the protocol that researchers tune.
public struct ConsensusConfig: Sendable, Equatable {
  /// The share of all voters who must approve or reject for a decision.
  public package(set) var quorumFraction: Double
  /// The share of the weight cast that approves an ordinary action.
  public package(set) var majorityThreshold: Double
  /// The share of the weight cast that approves a critical action.
  public package(set) var supermajorityThreshold: Double
  /// How long a proposal stays open unless its proposer says otherwise; 0 or less means for ever.
  public package(set) var defaultExpirySeconds: Seconds
  /// Whether a voter may replace its vote while the proposal is open.
  public package(set) var allowVoteChange: Bool
  /// How many open proposals one proposer may have.
  public package(set) var maxActiveProposals: Int

  /// The defaults of the Python class.
  public static let standard = ConsensusConfig()

  private init() {
    quorumFraction = 0.5
    majorityThreshold = 0.5
    supermajorityThreshold = 2.0 / 3.0
    defaultExpirySeconds = 0
    allowVoteChange = false
    maxActiveProposals = 10
  }

  /// A configuration, each setting checked.
  public init(
    quorumFraction: Double = standard.quorumFraction,
    majorityThreshold: Double = standard.majorityThreshold,
    supermajorityThreshold: Double = standard.supermajorityThreshold,
    defaultExpirySeconds: Seconds = standard.defaultExpirySeconds,
    allowVoteChange: Bool = standard.allowVoteChange,
    maxActiveProposals: Int = standard.maxActiveProposals
  ) throws(ConfigurationError) {
    guard quorumFraction.isShare else { throw .invalidQuorumFraction(quorumFraction) }
    guard majorityThreshold.isShare else { throw .invalidMajorityThreshold(majorityThreshold) }
    guard supermajorityThreshold.isShare else {
      throw .invalidSupermajorityThreshold(supermajorityThreshold)
    }
    guard defaultExpirySeconds.value.isFinite else { throw .invalidDefaultExpirySeconds }
    guard maxActiveProposals >= 1 else { throw .invalidMaxActiveProposals(maxActiveProposals) }
    self.quorumFraction = quorumFraction
    self.majorityThreshold = majorityThreshold
    self.supermajorityThreshold = supermajorityThreshold
    self.defaultExpirySeconds = defaultExpirySeconds
    self.allowVoteChange = allowVoteChange
    self.maxActiveProposals = maxActiveProposals
  }
}

extension Double {
  /// Whether the number is in (0, 1]; NaN is not.
  var isShare: Bool { self > 0 && self <= 1 }
}
