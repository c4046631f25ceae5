import JSON

/// The content of a vote or a proposal that an authentication code covers.
///
/// It includes a counter: the number of earlier votes of the voter on the proposal, or of earlier
/// proposals of the proposer. So an old code is not valid again.
public enum SignedContent: Sendable {
  case vote(proposal: String, voter: String, value: VoteValue, reason: String?, revision: Int)
  case proposal(
    proposer: String, action: String, target: String?, evidence: JSONObject,
    expirySeconds: Seconds?, ordinal: Int)

  /// The content as bytes: a JSON list in Python's style, different for different contents.
  public var bytes: [UInt8] {
    let list: JSONValue =
      switch self {
      case .vote(let proposal, let voter, let value, let reason, let revision):
        [
          "vote", .string(proposal), .string(voter), .string(value.rawValue), JSONValue(reason),
          JSONValue(revision),
        ]
      case .proposal(
        let proposer, let action, let target, let evidence, let expirySeconds, let ordinal):
        [
          "propose", .string(proposer), .string(action), JSONValue(target), .object(evidence),
          expirySeconds.map { .number($0.number) } ?? .null, JSONValue(ordinal),
        ]
      }
    var bytes: [UInt8] = []
    bytes.append(json: list, .python)
    return bytes
  }

  /// The HMAC-SHA256 of the content with the key of a voter.
  public func authenticationCode(key: [UInt8]) -> SHA256Digest {
    HMACSHA256(key: key).authenticationCode(for: bytes)
  }
}
