/// Everything but the voters that decides how votes are counted.
package struct RuleSettings: Equatable, Sendable {
  /// The configuration of the protocol.
  package var config: ConsensusConfig
  /// The active safeguards.
  package var safeguards: Safeguards

  /// Settings; by default those of the Python class.
  package init(config: ConsensusConfig = .standard, safeguards: Safeguards = .none) {
    self.config = config
    self.safeguards = safeguards
  }

  /// The rules for voters with these weights.
  package func rules(weights: [Double]) -> VotingRules {
    VotingRules(weights: weights, config: config, safeguards: safeguards)
  }
}
