import JSON

extension ConsensusConfig {
  /// The keys of a configuration in JSON, spelt as in Python.
  public static let keys = [
    "quorum_fraction", "majority_threshold", "supermajority_threshold", "default_expiry_seconds",
    "allow_vote_change", "max_active_proposals",
  ]

  /// A configuration from JSON, with defaults for what is left out.
  ///
  /// Values of a wrong kind and unknown keys are reported through the cursor and give nil; numbers
  /// out of range throw, as they do in Python.
  public init?(_ cursor: JSONCursor) throws(ConfigurationError) {
    guard let fields = cursor.fields(Self.keys) else { return nil }
    let standard = Self.standard
    let quorumFraction = fields.value("quorum_fraction", standard.quorumFraction) {
      $0.number()?.doubleValue
    }
    let majority = fields.value("majority_threshold", standard.majorityThreshold) {
      $0.number()?.doubleValue
    }
    let supermajority = fields.value("supermajority_threshold", standard.supermajorityThreshold) {
      $0.number()?.doubleValue
    }
    let expiry = fields.value("default_expiry_seconds", standard.defaultExpirySeconds) {
      $0.seconds()
    }
    let change = fields.value("allow_vote_change", standard.allowVoteChange) { $0.bool() }
    let active = fields.value("max_active_proposals", standard.maxActiveProposals) { $0.integer() }
    guard let quorumFraction, let majority, let supermajority, let expiry, let change, let active
    else { return nil }
    try self.init(
      quorumFraction: quorumFraction, majorityThreshold: majority,
      supermajorityThreshold: supermajority, defaultExpirySeconds: expiry,
      allowVoteChange: change, maxActiveProposals: active)
  }
}

extension JSONCursor {
  /// The value as a number of seconds.
  public func seconds() -> Seconds? {
    guard let number = number() else { return nil }
    if let seconds = Seconds(number) { return seconds }
    report("\(number) is beyond what can be counted; at most \(Seconds.wholeMax) seconds")
    return nil
  }
}
