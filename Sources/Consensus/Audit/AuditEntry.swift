import JSON

/// An entry of the audit log, linked to the entry before it by a hash.
public struct AuditEntry: Sendable {
  /// Its index in the log, from 0.
  public var sequence: Int
  /// What happened.
  public var event: AuditEvent
  /// The id of the proposal.
  public var proposal: String
  /// The voter who did it, or `system`.
  public var actor: String
  /// When it happened.
  public var timestamp: Seconds
  /// The hash of the entry before; nil for the first, which Python writes as an empty string.
  public var previousHash: AuditHash?
  /// The hash of this entry.
  public var hash: AuditHash

  /// An entry with the correct hash.
  public init(
    sequence: Int, event: AuditEvent, proposal: String, actor: String, timestamp: Seconds,
    previousHash: AuditHash?
  ) {
    var buffer: [UInt8] = []
    self.init(
      sequence: sequence, event: event, proposal: proposal, actor: actor, timestamp: timestamp,
      previousHash: previousHash, buffer: &buffer)
  }

  /// An entry with the correct hash; its payload is written into a reused buffer.
  init(
    sequence: Int, event: AuditEvent, proposal: String, actor: String, timestamp: Seconds,
    previousHash: AuditHash?, buffer: inout [UInt8]
  ) {
    self.sequence = sequence
    self.event = event
    self.proposal = proposal
    self.actor = actor
    self.timestamp = timestamp
    self.previousHash = previousHash
    hash = AuditHash(value: 0)
    hash = computeHash(following: previousHash, buffer: &buffer)
  }

  /// The correct hash of this entry after an entry with the given hash.
  public func computeHash(following previous: AuditHash?) -> AuditHash {
    var buffer: [UInt8] = []
    return computeHash(following: previous, buffer: &buffer)
  }

  func computeHash(following previous: AuditHash?, buffer: inout [UInt8]) -> AuditHash {
    let colon = UInt8(ascii: ":")
    buffer.removeAll(keepingCapacity: true)
    buffer.append(decimal: sequence)
    buffer.append(colon)
    buffer.append(text: event.type)
    buffer.append(colon)
    buffer.append(text: proposal)
    buffer.append(colon)
    buffer.append(text: actor)
    buffer.append(colon)
    buffer.append(dataOf: event)
    buffer.append(colon)
    buffer.append(number: timestamp.number)
    buffer.append(colon)
    if let previous { buffer.append(hexadecimal: previous.value) }
    return AuditHash(value: SHA256.hash(buffer).leading128)
  }
}
