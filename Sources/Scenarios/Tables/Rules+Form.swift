import Consensus
import JSON

extension ConsensusConfig {
  /// A configuration, its keys spelt as in Python.
  static let form = Form.record(
    ConsensusConfig.standard,
    [
      .init(
        "quorum_fraction", \.quorumFraction, .number(.share),
        "The share of all voters who must approve or reject for a decision."),
      .init(
        "majority_threshold", \.majorityThreshold, .number(.share),
        "The share of the weight cast that approves an ordinary action."),
      .init(
        "supermajority_threshold", \.supermajorityThreshold, .number(.share),
        "The share of the weight cast that approves a critical action."),
      .init(
        "default_expiry_seconds", \.defaultExpirySeconds, .protocolSeconds,
        "How long a proposal stays open unless its proposer says otherwise; 0 or less: for ever."),
      .init(
        "allow_vote_change", \.allowVoteChange, .flag,
        "Whether a voter may replace its vote while the proposal is open."),
      .init(
        "max_active_proposals", \.maxActiveProposals,
        .integer(in: 1...ScenarioLimits.activeProposalsMax),
        "How many open proposals one proposer may have."),
    ])
}

extension Safeguards {
  /// The repairs in force.
  static let form = Form.record(
    Safeguards.none,
    [
      .init("quorum", \.quorum, .word, "bft: no fewer than 2f + 1 votes."),
      .init("quorum_unit", \.quorumUnit, .word, "What the quorum fraction is a fraction of."),
      .init("ties", \.ties, .word, "What an approving share exactly at the threshold does."),
      .init("rule", \.rule, .word, "certificate: more than (n + f) / 2 equal votes decide."),
      .init("tally", \.tally, .word, "decisive: early only what can no longer change."),
      .init("authentication", \.authentication, .word, "How votes prove who cast them."),
      .init(
        "weight_cap", \.weightCap, Form<Double>.number(.share).orNull,
        "The largest share of all weight that one voter may have; null for no limit."),
      .init("audit", \.audit, .word, "anchored: the head of the log is also kept outside it."),
    ])
}
