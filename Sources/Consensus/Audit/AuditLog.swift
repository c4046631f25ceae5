/// The audit log: entries chained by their hashes.
///
/// The log is a value, so an entry changes only through `entries`. Whatever goes that way loses the
/// standing of being verified; what the log appends itself is right by construction. So verifying
/// after each operation costs nothing until somebody has touched the entries.
public struct AuditLog: Sendable {
  private var log: [AuditEntry] = []
  /// How many entries from the first on are known to be intact.
  private var verifiedCount = 0
  private var buffer: [UInt8] = []

  /// An empty log.
  public init() {}

  /// The entries, the oldest first; open to change, as a log in a file would be.
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

  /// The hash of the last entry and the number of entries, to be kept where the log is not.
  public var anchor: AuditAnchor {
    AuditAnchor(length: log.count, head: log.last?.hash)
  }

  /// Whether every entry hashes to what it says and follows the one before; hashes all of them.
  ///
  /// - Complexity: O(*n*) in the size of the log.
  public func isIntact() -> Bool {
    var buffer: [UInt8] = []
    return log.indices.allSatisfy { isIntact(at: $0, buffer: &buffer) }
  }

  /// The same answer, hashing only what has been appended or changed since the last call.
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

/// What is kept outside the log, so that cutting it short or rewriting all of it is found.
public struct AuditAnchor: Sendable, Equatable {
  /// The number of entries.
  public let length: Int
  /// The hash of the last entry; nil if there is none.
  public let head: AuditHash?
}
