/// The audit log: entries chained by their hashes.
///
/// The log is a value, so an entry changes only through `entries`. Entries changed that way must be
/// verified again; entries that the log appends itself are correct by construction. So verification
/// after each operation costs nothing as long as nobody changes the entries.
public struct AuditLog: Sendable {
  private var log: [AuditEntry] = []
  /// How many entries, from the first on, are verified.
  private var verifiedCount = 0
  private var buffer: [UInt8] = []

  /// An empty log.
  public init() {}

  /// The entries, oldest first; they may be changed, like a log in a file.
  public var entries: [AuditEntry] {
    get { log }
    set {
      log = newValue
      verifiedCount = 0
    }
  }

  /// Appends an event.
  mutating func append(
    _ event: AuditEvent, proposal: String, actor: String, at timestamp: Seconds
  ) {
    let wasVerified = verifiedCount == log.count
    log.append(
      AuditEntry(
        sequence: log.count, event: event, proposal: proposal, actor: actor, timestamp: timestamp,
        previousHash: log.last?.hash, buffer: &buffer))
    if wasVerified { verifiedCount += 1 }
  }

  /// The hash of the last entry and the number of entries, to be kept outside the log.
  public var anchor: AuditAnchor {
    AuditAnchor(length: log.count, head: log.last?.hash)
  }

  /// Whether each entry has the correct hash and follows the one before; hashes all entries.
  ///
  /// - Complexity: O(*n*) in the size of the log.
  public func isIntact() -> Bool {
    var buffer: [UInt8] = []
    return log.indices.allSatisfy { isIntact(at: $0, buffer: &buffer) }
  }

  /// The same answer, hashing only entries appended or changed since the last call.
  mutating func isIntactIncrementally() -> Bool {
    while verifiedCount < log.count {
      guard isIntact(at: verifiedCount, buffer: &buffer) else { return false }
      verifiedCount += 1
    }
    return true
  }

  private func isIntact(at index: Int, buffer: inout [UInt8]) -> Bool {
    let entry = log[index]
    let previous = index > 0 ? log[index - 1].hash : nil
    return entry.sequence == index && entry.previousHash == previous
      && entry.computeHash(following: previous, buffer: &buffer) == entry.hash
  }
}

/// Data kept outside the log, which shows if the log is cut short or completely rewritten.
public struct AuditAnchor: Sendable, Equatable {
  /// The number of entries.
  public let length: Int
  /// The hash of the last entry; nil if there is none.
  public let head: AuditHash?
}
