import JSON

/// The content of a vote or a proposal that an authentication code covers.
///
/// It includes the instance of the protocol and a counter: the number of earlier votes of the voter on
/// the proposal, or of earlier proposals of the proposer. A vote includes the digest of the proposal,
/// so it is not valid for another proposal with the same id. So no code is valid twice.
public enum SignedContent: Sendable {
  case vote(
    instance: String, proposal: String, digest: SHA256Digest, voter: String, value: VoteValue,
    reason: String?, revision: Int)
  case proposal(
    instance: String, proposer: String, action: String, target: String?, evidence: JSONObject,
    expirySeconds: Seconds?, ordinal: Int)

  /// The content as bytes: a JSON list in Python's style, different for different contents.
  public var bytes: [UInt8] {
    let list: JSONValue =
      switch self {
      case .vote(
        let instance, let proposal, let digest, let voter, let value, let reason, let revision):
        [
          "vote", .string(instance), .string(proposal), .string(digest.description),
          .string(voter), .string(value.rawValue), JSONValue(reason), JSONValue(revision),
        ]
      case .proposal(
        let instance, let proposer, let action, let target, let evidence, let expirySeconds,
        let ordinal):
        [
          "propose", .string(instance), .string(proposer), .string(action), JSONValue(target),
          .object(evidence), expirySeconds.map { .number($0.number) } ?? .null,
          JSONValue(ordinal),
        ]
      }
    var bytes: [UInt8] = []
    bytes.append(json: list, .python)
    return bytes
  }

  /// The SHA-256 of the content; that of a proposal is signed with each vote on it.
  public var digest: SHA256Digest { SHA256.hash(bytes) }

  /// The HMAC-SHA256 of the content with the key of a voter.
  public func authenticationCode(key: [UInt8]) -> SHA256Digest {
    HMACSHA256(key: key).authenticationCode(for: bytes)
  }
}
