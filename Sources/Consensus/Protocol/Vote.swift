import JSON

/// A vote as it was cast.
public struct Vote: Sendable {
  /// The voter.
  public let voter: String
  /// The value of the vote.
  public let value: VoteValue
  /// When it was accepted.
  public let timestamp: Seconds
  /// The reason given by the voter.
  public let reason: String?
  /// How many votes the voter had already cast on the proposal.
  public let revision: Int
  /// The hash of voter, value, time and reason.
  public let hash: VoteHash

  /// A vote, with its hash computed.
  public init(
    voter: String, value: VoteValue, timestamp: Seconds, reason: String? = nil, revision: Int = 0
  ) {
    var buffer: [UInt8] = []
    self.init(
      voter: voter, value: value, timestamp: timestamp, reason: reason, revision: revision,
      buffer: &buffer)
  }

  /// The same; the payload is written into a reused buffer.
  init(
    voter: String, value: VoteValue, timestamp: Seconds, reason: String?, revision: Int,
    buffer: inout [UInt8]
  ) {
    self.voter = voter
    self.value = value
    self.timestamp = timestamp
    self.reason = reason
    self.revision = revision

    buffer.removeAll(keepingCapacity: true)
    buffer.append(text: voter)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(text: value.rawValue)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(number: timestamp.number)
    // An empty reason is left out, as in Python, where it counts as none.
    if let reason, !reason.isEmpty {
      buffer.append(UInt8(ascii: ":"))
      buffer.append(text: reason)
    }
    hash = VoteHash(value: SHA256.hash(buffer).leading64)
  }
}
