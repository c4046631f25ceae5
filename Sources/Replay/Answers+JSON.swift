// The answers of the protocol in a trace, with Python's names in Python's order.

import Consensus
import JSON

extension ConsensusProtocol {
  /// The answer to `create`.
  var identityJSON: JSONValue {
    [
      "voter_count": JSONValue(voterCount), "max_byzantine_faults": JSONValue(maxByzantineFaults),
      "bft_quorum": JSONValue(bftQuorum),
    ]
  }

  /// The answer to `agreement`: for each voter its agreement with each voter.
  var agreementJSON: JSONValue {
    let rows = voterAgreementMatrix().map { row in
      JSONValue.object(
        JSONObject(zip(voterIDs, row).map { (key: $0, value: JSONValue($1)) }))
    }
    return .object(JSONObject(zip(voterIDs, rows).map { (key: $0, value: $1) }))
  }
}

extension JSONValue {
  static func blocs(_ blocs: [[String]]) -> JSONValue {
    .array(blocs.map { .array($0.map { .string($0) }) })
  }

  static func seconds(_ seconds: Seconds?) -> JSONValue {
    seconds.map { .number($0.number) } ?? .null
  }
}

extension Vote {
  var json: JSONValue {
    ["hash": .string(hash.description), "timestamp": .seconds(timestamp)]
  }
}

extension TallyResult {
  var json: JSONValue {
    [
      "decision": .string(decision.rawValue), "approved": .bool(isApproved),
      "approve_count": JSONValue(approveCount), "reject_count": JSONValue(rejectCount),
      "abstain_count": JSONValue(abstainCount), "total_voters": JSONValue(totalVoters),
      "quorum_required": JSONValue(quorumRequired), "quorum_met": .bool(quorumMet),
      "approve_weight": .number(approveWeightNumber),
      "reject_weight": .number(rejectWeightNumber),
      "threshold_used": JSONValue(thresholdUsed), "is_critical": .bool(isCritical),
      "participation_rate": JSONValue(participationRate),
      "hash_chain_valid": .bool(isHashChainValid),
    ]
  }
}

extension Proposal {
  var json: JSONValue {
    let members: [(key: String, value: JSONValue)] = [
      ("id", .string(id)), ("proposer", .string(proposer)), ("action", .string(action)),
      ("target", JSONValue(target)), ("evidence", .object(evidence)),
      ("status", .string(status.rawValue)), ("created_at", .seconds(createdAt)),
      ("decided_at", .seconds(decidedAt)), ("expires_at", .seconds(expiresAt)),
      ("is_critical", .bool(isCritical)),
      (
        "votes",
        .object(JSONObject(votes.map { (key: $0.voter, value: .string($0.value.rawValue)) }))
      ),
    ]
    // The Python class has no digest.
    let signed = digest.map { [("digest", JSONValue.string($0.description))] } ?? []
    return .object(JSONObject(members + signed))
  }
}

extension AuditEntry {
  var json: JSONValue {
    [
      "sequence": JSONValue(sequence), "event_type": .string(event.type),
      "proposal_id": .string(proposal), "actor_id": .string(actor), "data": .object(event.data),
      "timestamp": .seconds(timestamp), "prev_hash": .string(previousHash?.description ?? ""),
      "hash": .string(hash.description),
    ]
  }
}

extension ConsensusSummary {
  var json: JSONValue {
    [
      "voter_count": JSONValue(voterCount), "max_byzantine_faults": JSONValue(maxByzantineFaults),
      "bft_quorum": JSONValue(bftQuorum), "total_proposals": JSONValue(totalProposals),
      "open": JSONValue(open), "approved": JSONValue(approved), "rejected": JSONValue(rejected),
      "executed": JSONValue(executed), "expired": JSONValue(expired),
      "audit_entries": JSONValue(auditEntries), "audit_chain_valid": .bool(isAuditChainValid),
      "voting_blocs": votingBlocs.map { .blocs($0) } ?? .null,
    ]
  }
}
