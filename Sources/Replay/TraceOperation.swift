import Consensus
import JSON
import Text

/// One operation of a recorded trace.
enum TraceOperation {
  case create(Creation)
  case propose(
    proposer: String, action: String, target: String?, evidence: JSONObject, expiry: Seconds?,
    code: SHA256Digest?)
  case vote(
    proposal: String, voter: String, value: VoteValue, reason: String?, code: SHA256Digest?)
  case tally(proposal: String)
  case execute(proposal: String)
  case proposal(id: String)
  case proposals(status: ProposalStatus?)
  case history(voter: String)
  case agreement
  case blocs(threshold: Double)
  case verify
  case audit
  case summary

  /// The arguments of `create`.
  ///
  /// Settings out of range are an answer of the protocol, not a mistake in the trace, so they are
  /// kept as an error.
  struct Creation {
    let voters: [String]
    let weights: [ExactText: JSONNumber]
    let config: Result<ConsensusConfig, ConfigurationError>
    let safeguards: Result<Safeguards, ConfigurationError>
    let keys: [ExactText: [UInt8]]
    let instance: String?
  }
}

/// The names of the operations.
enum TraceOperationName: String, CaseIterable {
  case create, propose, vote, tally, execute, proposal, proposals, history, agreement, blocs
  case verify, audit, summary

  /// The arguments of the operation.
  var arguments: [String] {
    switch self {
    case .create: ["voters", "weights", "config", "safeguards", "keys", "instance"]
    case .propose: ["proposer", "action", "target", "evidence", "expiry_seconds", "code"]
    case .vote: ["proposal", "voter", "value", "reason", "code"]
    case .tally, .execute, .proposal: ["proposal"]
    case .proposals: ["status"]
    case .history: ["voter"]
    case .blocs: ["threshold"]
    case .agreement, .verify, .audit, .summary: []
    }
  }
}
