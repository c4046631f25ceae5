import Consensus
import JSON
import Text

/// Runs the protocol through the operations of a recorded trace.
struct TraceReplayer {
  /// The last protocol that was created.
  private(set) var consensus: ConsensusProtocol?

  /// The answer to an operation: `{"ok": …}` or `{"error": code}`; nil before a protocol was
  /// created.
  mutating func answer(_ operation: TraceOperation, at now: Seconds) -> JSONValue? {
    do {
      if case .create(let creation) = operation {
        let created = try creation.perform()
        consensus = created
        return ["ok": created.identityJSON]
      }
      guard let answer = try consensus?.perform(operation, at: now) else { return nil }
      return ["ok": answer]
    } catch let error as any CodedError {
      return ["error": .string(error.code)]
    } catch {
      preconditionFailure("the protocol throws only errors with codes, not \(error)")
    }
  }
}

extension TraceOperation.Creation {
  fileprivate func perform() throws -> ConsensusProtocol {
    let members = voters.map { name in
      let key = keys[ExactText(name)]
      let weight = weights[ExactText(name)] ?? .integer(1)
      return switch weight {
      case .integer(let whole): Voter(name, wholeWeight: whole, key: key)
      case .bigInteger, .double: Voter(name, weight: weight.doubleValue, key: key)
      }
    }
    return try ConsensusProtocol(
      voters: members, config: config.get(), safeguards: safeguards.get(), instance: instance)
  }
}

extension ConsensusProtocol {
  fileprivate mutating func perform(
    _ operation: TraceOperation, at now: Seconds
  ) throws -> JSONValue {
    switch operation {
    case .create: preconditionFailure("creation is not an operation on a protocol")
    case .propose(let proposer, let action, let target, let evidence, let expiry, let code):
      let id = try propose(
        by: proposer, action: action, target: target, evidence: evidence,
        expirySeconds: expiry, at: now, code: code)
      return .string(id)
    case .vote(let proposal, let voter, let value, let reason, let code):
      return try vote(value, by: voter, on: proposal, reason: reason, at: now, code: code).json
    case .tally(let proposal): return try tally(proposal, at: now).json
    case .execute(let proposal): return .bool(try execute(proposal, at: now))
    case .proposal(let id): return proposal(id)?.json ?? .null
    case .proposals(let status): return .array(proposals(status).map { .string($0.id) })
    case .history(let voter):
      return .array(
        try history(ofVoter: voter).map { entry in
          [.string(entry.proposal), .string(entry.vote.value.rawValue)]
        })
    case .agreement: return agreementJSON
    case .blocs(let threshold): return .blocs(try detectVotingBlocs(threshold: threshold))
    case .verify: return .bool(verifyAuditChain())
    case .audit: return .array(auditLog.entries.map(\.json))
    case .summary: return summary().json
    }
  }
}
