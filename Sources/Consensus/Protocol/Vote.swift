import JSON

/// A vote as it was cast.
public struct Vote: Sendable {
  /// Who cast it.
  public let voter: String
  /// What it says.
  public let value: VoteValue
  /// When it was taken.
  public let timestamp: Seconds
  /// Why, in the voter's words.
  public let reason: String?
  /// How many votes its voter had cast on the proposal before.
  public let revision: Int
  /// The hash of voter, value, time and reason.
  public let hash: VoteHash

  /// A vote with its hash.
  public init(
    voter: String, value: VoteValue, timestamp: Seconds, reason: String? = nil, revision: Int = 0
  ) {
    var buffer: [UInt8] = []
    self.init(
      voter: voter, value: value, timestamp: timestamp, reason: reason, revision: revision,
      buffer: &buffer)
  }

  /// A vote with its hash, whose payload is written into a buffer that is reused.
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
    // An empty reason leaves no trace, as in Python, where it counts as none.
    if let reason, !reason.isEmpty {
      buffer.append(UInt8(ascii: ":"))
      buffer.append(text: reason)
    }
    hash = VoteHash(value: SHA256.hash(buffer).leading64)
  }
}
