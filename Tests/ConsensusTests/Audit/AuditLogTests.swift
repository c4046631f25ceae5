import Consensus
import JSON
import TestSupport
import Testing

struct AuditLogTests {
  /// A history with every kind of event.
  private func history(_ audit: Safeguards.Audit = .chained) throws -> ConsensusProtocol {
    var consensus = try ConsensusProtocol(
      voters: ["a", "b", "c"], safeguards: try Safeguards(audit: audit))
    let evidence: JSONObject = ["drift": 0.87, "note": "é"]
    let first = try consensus.propose(
      by: "a", action: "quarantine", target: "w", evidence: evidence, at: 1)
    for voter in ["a", "b", "c"] {
      try consensus.vote(.approve, by: voter, on: first, reason: "seen", at: 2.5)
    }
    try consensus.tally(first, at: 3)
    _ = try consensus.execute(first, at: 3)
    let second = try consensus.propose(by: "b", action: "release", expirySeconds: 1, at: 4)
    try consensus.vote(.reject, by: "b", on: second, at: 4)
    try consensus.tally(second, at: 6)
    return consensus
  }

  @Test func writesTheDetailsAsPythonWould() throws {
    for entry in try history().auditLog.entries {
      let data = JSONValue.object(entry.event.data).text(.python)
      let payload =
        "\(entry.sequence):\(entry.event.type):\(entry.proposal):\(entry.actor):\(data):"
        + "\(entry.timestamp.number):\(entry.previousHash?.description ?? "")"
      let digest = SHA256.hash(Array(payload.utf8))
      #expect(entry.hash.description == String(digest.description.prefix(32)), "\(payload)")
    }
  }

  @Test func anUntouchedLogIsIntact() throws {
    for audit in Safeguards.Audit.allCases {
      #expect(try history(audit).verifyAuditChain())
    }
    #expect(try ConsensusProtocol(voters: ["a"]).verifyAuditChain())
  }

  /// Each way to change an entry, applied to each entry of the history.
  private static let edits: [(name: String, edit: @Sendable (inout AuditEntry) -> Void)] = [
    ("sequence", { $0.sequence += 1 }),
    ("event", { $0.event = .vote(value: .abstain, reason: nil, hash: VoteHash(value: 1)) }),
    ("proposal", { $0.proposal += "0" }),
    ("actor", { $0.actor = "mallory" }),
    ("timestamp", { $0.timestamp = $0.timestamp + .fractional(0.25) }),
    (
      "kind of timestamp",
      { $0.timestamp = $0.timestamp.isWhole ? .fractional($0.timestamp.value) : .whole(2) }
    ),
    ("previous hash", { $0.previousHash = AuditHash(value: ($0.previousHash?.value ?? 0) ^ 1) }),
    ("hash", { $0.hash = AuditHash(value: $0.hash.value ^ 1) }),
    ("details", { $0.event = $0.event.altered }),
  ]

  @Test(arguments: edits.map(\.name))
  func findsAnEditOfAnyFieldOfAnyEntry(name: String) throws {
    let edit = try #require(Self.edits.first { $0.name == name }).edit
    let history = try history()
    for index in history.auditLog.entries.indices {
      var tampered = history
      edit(&tampered.auditLog.entries[index])
      #expect(!tampered.verifyAuditChain(), "entry \(index)")
      // The next tally says so as well, although it does not hash the whole log each time.
      let id = try tampered.propose(by: "c", action: "release", at: 7)
      #expect(try tampered.tally(id, at: 7).isHashChainValid == false)
    }
  }

  @Test func findsAnEditThatAlsoFixesTheEntrysOwnHash() throws {
    var tampered = try history()
    let last = tampered.auditLog.entries.count - 1
    for index in 0..<last {
      var copy = tampered
      copy.auditLog.entries[index].actor = "mallory"
      copy.auditLog.entries[index].hash = copy.auditLog.entries[index].computeHash(
        following: copy.auditLog.entries[index].previousHash)
      #expect(!copy.verifyAuditChain(), "entry \(index)")
    }
    // Only the last entry has no successor to give it away.
    tampered.auditLog.entries[last].actor = "mallory"
    tampered.auditLog.entries[last].hash = tampered.auditLog.entries[last].computeHash(
      following: tampered.auditLog.entries[last].previousHash)
    #expect(tampered.verifyAuditChain())
  }

  @Test func findsDeletionInsertionAndReordering() throws {
    let history = try history()
    let count = history.auditLog.entries.count
    for index in 0..<count - 1 {
      var deleted = history
      deleted.auditLog.entries.remove(at: index)
      #expect(!deleted.verifyAuditChain(), "without entry \(index)")

      var swapped = history
      swapped.auditLog.entries.swapAt(index, index + 1)
      #expect(!swapped.verifyAuditChain(), "entries \(index) and \(index + 1) swapped")
    }
    for index in 0...count {
      var inserted = history
      let previous = index > 0 ? history.auditLog.entries[index - 1].hash : nil
      inserted.auditLog.entries.insert(
        AuditEntry(
          sequence: index, event: .expired, proposal: "prop-0001", actor: "system", timestamp: 3,
          previousHash: previous),
        at: index)
      // Appending at the end is what the log itself does, so only the anchor can tell.
      #expect(inserted.verifyAuditChain() == (index == count), "inserted at \(index)")
    }
  }

  /// A log cut short.
  private func truncated(_ history: ConsensusProtocol) -> ConsensusProtocol {
    var copy = history
    copy.auditLog.entries.removeLast(2)
    return copy
  }

  /// A log rewritten from the start, every hash made anew.
  private func rewritten(_ history: ConsensusProtocol) -> ConsensusProtocol {
    var copy = history
    var previous: AuditHash?
    copy.auditLog.entries = history.auditLog.entries.map { entry in
      let forged = AuditEntry(
        sequence: entry.sequence, event: entry.event, proposal: entry.proposal,
        actor: entry.actor == "b" ? "mallory" : entry.actor, timestamp: entry.timestamp,
        previousHash: previous)
      previous = forged.hash
      return forged
    }
    return copy
  }

  @Test func findsAGapInTheNumberingEvenWhereAllHashesWereMadeAnew() throws {
    var tampered = try history()
    var previous: AuditHash?
    tampered.auditLog.entries = tampered.auditLog.entries.dropFirst().map { entry in
      let forged = AuditEntry(
        sequence: entry.sequence, event: entry.event, proposal: entry.proposal,
        actor: entry.actor, timestamp: entry.timestamp, previousHash: previous)
      previous = forged.hash
      return forged
    }
    #expect(!tampered.verifyAuditChain())
  }

  @Test func onlyAnAnchorFindsTruncationAndRewriting() throws {
    let chained = try history(.chained)
    #expect(truncated(chained).verifyAuditChain())
    #expect(rewritten(chained).verifyAuditChain())

    let anchored = try history(.anchored)
    #expect(!truncated(anchored).verifyAuditChain())
    #expect(!rewritten(anchored).verifyAuditChain())
    var emptied = anchored
    emptied.auditLog.entries = []
    #expect(!emptied.verifyAuditChain())
  }

  @Test func anAnchorThatWasBrokenStaysBroken() throws {
    var tampered = truncated(try history(.anchored))
    let id = try tampered.propose(by: "c", action: "release", at: 7)
    #expect(!tampered.verifyAuditChain())
    #expect(try tampered.tally(id, at: 7).isHashChainValid == false)
    #expect(!tampered.verifyAuditChain())
  }

  @Test func aTallyNoticesARepair() throws {
    var consensus = try history()
    let entries = consensus.auditLog.entries
    consensus.auditLog.entries[0].actor = "mallory"
    let first = try consensus.propose(by: "c", action: "release", at: 7)
    #expect(try consensus.tally(first, at: 7).isHashChainValid == false)
    consensus.auditLog.entries[0] = entries[0]
    let second = try consensus.propose(by: "c", action: "release", at: 7)
    #expect(try consensus.tally(second, at: 7).isHashChainValid)
  }
}

extension Seconds {
  fileprivate var isWhole: Bool {
    if case .whole = self { true } else { false }
  }
}

extension AuditEvent {
  /// The same kind of event with another detail.
  fileprivate var altered: AuditEvent {
    switch self {
    case .propose(let action, let target, var evidence):
      evidence["forged"] = true
      return .propose(action: action, target: target, evidence: evidence)
    case .vote(let value, _, let hash):
      return .vote(value: value, reason: "forged", hash: hash)
    case .tally(let decision, let approve, let reject, let abstain, let quorumMet):
      return .tally(
        decision: decision, approve: approve + 1, reject: reject, abstain: abstain,
        quorumMet: quorumMet)
    case .expired: return .execute(action: "release", target: nil)
    case .execute(let action, _): return .execute(action: action, target: "forged")
    }
  }
}
