import JSON
import Text

/// The agent consensus protocol: monitoring agents vote on how to answer a threat.
///
/// It behaves as the Python class of the same name, with the same hashes, unless safeguards are
/// set. All rules are in the `BallotBox`; this type adds names, texts, times and the audit log. It
/// has no clock: each operation gets its time, and times must not decrease.
public struct ConsensusProtocol: Sendable {
  /// The voters, in their order at creation.
  public let voterIDs: [String]
  /// The ballot box, which holds the votes and decides.
  public private(set) var box: BallotBox
  /// The audit log; it may be changed, like a log in a file.
  public var auditLog = AuditLog()
  /// The anchor that is kept outside the log, if the safeguards require it.
  private var anchor: AuditAnchor?

  /// The name of this instance, which authentication codes include.
  public let instance: String?

  let voterIndices: [ExactText: Int]
  private let authenticators: [HMACSHA256]
  private(set) var records: [Record] = []
  private var proposalsOpened: [Int]
  private var buffer: [UInt8] = []

  /// The data of a proposal that the ballot box does not need.
  struct Record: Sendable {
    let action: String
    let target: String?
    let evidence: JSONObject
    let createdAt: Seconds
    let expiresAt: Seconds?
    /// The digest of the signed content; nil without authentication.
    let digest: SHA256Digest?
    var decidedAt: Seconds?
    var votes: [Vote] = []
    var result: TallyResult?
  }

  /// Creates a protocol for voters with different names.
  ///
  /// - Parameter instance: its name, needed if the safeguards require authentication; it must never be
  ///   used twice with the same keys.
  public init(
    voters: [Voter], config: ConsensusConfig = .standard, safeguards: Safeguards = .none,
    instance: String? = nil
  ) throws(ConfigurationError) {
    if voters.isEmpty { throw .noVoters }
    if safeguards.authentication == .hmac && (instance ?? "").isEmpty { throw .missingInstance }
    var indices: [ExactText: Int] = [:]
    var authenticators: [HMACSHA256] = []
    for (index, voter) in voters.enumerated() {
      if indices.updateValue(index, forKey: ExactText(voter.id)) != nil {
        throw .duplicateVoters(voter.id)
      }
      guard voter.weight > 0 && voter.weight.isFinite else { throw .nonpositiveWeight(voter.id) }
      if safeguards.authentication == .hmac {
        guard let key = voter.key, !key.isEmpty else { throw .missingKey(voter.id) }
        authenticators.append(HMACSHA256(key: key))
      }
    }
    self.instance = instance
    voterIDs = voters.map(\.id)
    voterIndices = indices
    self.authenticators = authenticators
    proposalsOpened = Array(repeating: 0, count: voters.count)
    box = BallotBox(
      rules: VotingRules(
        weights: voters.map(\.weight), config: config, safeguards: safeguards,
        wholeWeights: voters.compactMap(\.wholeWeight)))
    keepAnchor()
  }

  /// The number of voters.
  public var voterCount: Int { voterIDs.count }

  /// The number of faulty voters that the protocol claims to survive: ⌊(n − 1) ÷ 3⌋.
  public var maxByzantineFaults: Int { VotingRules.maxByzantineFaults(voters: voterCount) }

  /// The quorum of Byzantine agreement: 2f + 1.
  public var bftQuorum: Int { VotingRules.bftQuorum(voters: voterCount) }

  // MARK: Operations

  /// Opens a proposal and returns its id.
  ///
  /// - Parameter expirySeconds: how long it stays open; nil for the default of the configuration.
  public mutating func propose(
    by proposer: String, action: String, target: String? = nil, evidence: JSONObject = [:],
    expirySeconds: Seconds? = nil, at now: Seconds, code: SHA256Digest? = nil
  ) throws(Refusal) -> String {
    let voter = index(ofVoter: proposer)
    let content = signedContent(from: voter) { instance in
      .proposal(
        instance: instance, proposer: proposer, action: action, target: target,
        evidence: evidence, expirySeconds: expirySeconds, ordinal: proposalsOpened[voter])
    }
    let expiry = expirySeconds ?? box.rules.config.defaultExpirySeconds
    let expiresAt = expiry > 0 ? now + expiry : nil
    let index = try box.propose(
      by: voter, critical: ProposalAction.isCritical(action), deadline: Self.deadline(expiresAt),
      isAuthentic: isAuthentic(code, content, from: voter))
    proposalsOpened[voter] += 1
    records.append(
      Record(
        action: action, target: target, evidence: evidence, createdAt: now, expiresAt: expiresAt,
        digest: content?.digest))
    let id = Self.id(ofProposal: index)
    record(
      .propose(action: action, target: target, evidence: evidence), on: id, by: proposer, at: now)
    return id
  }

  /// Casts a vote.
  @discardableResult
  public mutating func vote(
    _ value: VoteValue, by voter: String, on proposal: String, reason: String? = nil,
    at now: Seconds, code: SHA256Digest? = nil
  ) throws(Refusal) -> Vote {
    let index = Self.index(ofProposal: proposal)
    let voterIndex = self.index(ofVoter: voter)
    let content = signedContent(from: voterIndex) { instance in
      digest(ofProposal: index).map { digest in
        .vote(
          instance: instance, proposal: proposal, digest: digest, voter: voter, value: value,
          reason: reason, revision: revision(of: voterIndex, on: index))
      }
    }
    let place = try box.vote(
      value, by: voterIndex, on: index, at: Instant(now),
      isAuthentic: isAuthentic(code, content, from: voterIndex))
    let isChange = place < records[index].votes.count
    let vote = Vote(
      voter: voter, value: value, timestamp: now, reason: reason,
      revision: isChange ? records[index].votes[place].revision + 1 : 0, buffer: &buffer)
    if isChange {
      records[index].votes[place] = vote
    } else {
      records[index].votes.append(vote)
    }
    record(
      .vote(value: value, reason: reason, hash: vote.hash), on: proposal, by: voter, at: now)
    return vote
  }

  /// Counts the votes and decides; for a decided proposal it returns the same result again.
  @discardableResult
  public mutating func tally(_ proposal: String, at now: Seconds) throws(Refusal) -> TallyResult {
    let index = Self.index(ofProposal: proposal)
    if records.indices.contains(index), let result = records[index].result,
      box.ballots[index].status == .decided || box.ballots[index].status == .executed
    {
      return result
    }
    let outcome = try box.tally(index, at: Instant(now))
    let result = TallyResult(
      proposal: proposal, outcome: outcome, isCritical: box.ballots[index].isCritical,
      rules: box.rules, isHashChainValid: isAuditChainValidIncrementally())
    records[index].result = result
    if box.ballots[index].status == .decided { records[index].decidedAt = now }
    let event: AuditEvent =
      box.ballots[index].status == .expired
      ? .expired
      : .tally(
        decision: result.decision, approve: result.approveCount, reject: result.rejectCount,
        abstain: result.abstainCount, quorumMet: result.quorumMet)
    record(event, on: proposal, by: "system", at: now)
    return result
  }

  /// Marks an approved proposal as executed: true the first time, otherwise false.
  public mutating func execute(_ proposal: String, at now: Seconds) throws(Refusal) -> Bool {
    let index = Self.index(ofProposal: proposal)
    guard try box.execute(index) else { return false }
    record(
      .execute(action: records[index].action, target: records[index].target), on: proposal,
      by: "system", at: now)
    return true
  }

  // MARK: Audit

  /// Whether the audit log is intact; hashes all of it again.
  ///
  /// - Complexity: O(*n*) in the size of the log.
  public func verifyAuditChain() -> Bool {
    auditLog.isIntact() && (anchor == nil || anchor == auditLog.anchor)
  }

  private mutating func isAuditChainValidIncrementally() -> Bool {
    auditLog.isIntactIncrementally() && (anchor == nil || anchor == auditLog.anchor)
  }

  private mutating func record(
    _ event: AuditEvent, on proposal: String, by actor: String, at now: Seconds
  ) {
    let wasAsAnchored = anchor == nil || anchor == auditLog.anchor
    auditLog.append(event, proposal: proposal, actor: actor, at: now)
    // An anchor that no longer matches is kept: a new one would accept the forgery.
    if wasAsAnchored { keepAnchor() }
  }

  private mutating func keepAnchor() {
    if box.rules.safeguards.audit == .anchored { anchor = auditLog.anchor }
  }

  // MARK: Authentication

  /// What a known voter has to sign; nil without authentication.
  private func signedContent(
    from voter: Int, _ content: (String) -> SignedContent?
  ) -> SignedContent? {
    guard authenticators.indices.contains(voter), let instance else { return nil }
    return content(instance)
  }

  private func isAuthentic(
    _ code: SHA256Digest?, _ content: SignedContent?, from voter: Int
  ) -> Bool {
    guard let code, let content else { return false }
    return authenticators[voter].isValid(code, for: content.bytes)
  }

  private func digest(ofProposal index: Int) -> SHA256Digest? {
    records.indices.contains(index) ? records[index].digest : nil
  }

  /// How many votes a voter has cast on a proposal.
  private func revision(of voter: Int, on proposal: Int) -> Int {
    guard records.indices.contains(proposal) else { return 0 }
    let name = voterIDs[voter]
    let earlier = records[proposal].votes.first { $0.voter.hasSameCodePoints(as: name) }
    return earlier.map { $0.revision + 1 } ?? 0
  }

  // MARK: Names

  /// The number of a voter; -1 if it is unknown, which the ballot box refuses.
  func index(ofVoter voter: String) -> Int {
    voterIndices[ExactText(voter)] ?? -1
  }

  static func id(ofProposal index: Int) -> String {
    let digits = String(index + 1)
    return "prop-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The number of a proposal; -1 if the id is not valid, which the ballot box refuses.
  static func index(ofProposal id: String) -> Int {
    let prefix = "prop-"
    let digits = id.utf8.dropFirst(prefix.utf8.count)
    guard id.utf8.starts(with: prefix.utf8), digits.count >= 4,
      digits.count == 4 || digits.first != UInt8(ascii: "0"),
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let number = Int(Substring(digits))
    else { return -1 }
    return number - 1
  }

  /// When a proposal expires; as in Python, a time of exactly 0 means never.
  private static func deadline(_ expiresAt: Seconds?) -> Instant? {
    guard let expiresAt, expiresAt != 0 else { return nil }
    return Instant(expiresAt)
  }
}
