import JSON
import Text

/// Why the voting blocs cannot be listed.
public enum BlocError: CodedError, Hashable, Sendable {
  case invalidThreshold(Double)
  case tooManyBlocs(CliqueLimit)

  /// The code in recorded traces.
  public var code: String {
    switch self {
    case .invalidThreshold: "invalid_threshold"
    case .tooManyBlocs: "too_many_blocs"
    }
  }
}

extension BlocError: CustomStringConvertible {
  /// What is wrong and what is allowed.
  public var description: String {
    switch self {
    case .invalidThreshold(let value): "the agreement threshold must be in (0, 1], not \(value)"
    case .tooManyBlocs(let limit):
      "the voters form more than \(limit.cliquesMax) overlapping blocs, or the search takes more "
        + "than \(limit.stepsMax) steps; use a higher agreement threshold"
    }
  }
}

extension ConsensusProtocol {
  /// The proposal with this id, or nil.
  public func proposal(_ id: String) -> Proposal? {
    let index = Self.index(ofProposal: id)
    return records.indices.contains(index) ? proposal(at: index) : nil
  }

  /// All proposals, or those with one status, in the order of their opening.
  public func proposals(_ status: ProposalStatus? = nil) -> [Proposal] {
    records.indices
      .filter { status == nil || box.ballots[$0].status == status }
      .map(proposal(at:))
  }

  private func proposal(at index: Int) -> Proposal {
    let record = records[index]
    return Proposal(
      id: Self.id(ofProposal: index), proposer: voterIDs[box.ballots[index].proposer],
      action: record.action, target: record.target, evidence: record.evidence,
      status: box.ballots[index].status, createdAt: record.createdAt, decidedAt: record.decidedAt,
      expiresAt: record.expiresAt, digest: record.digest, votes: record.votes,
      result: record.result)
  }

  /// The votes of a voter, with their proposals, in the order of the proposals.
  public func history(ofVoter voter: String) throws(Refusal) -> [(proposal: String, vote: Vote)] {
    if index(ofVoter: voter) < 0 { throw .unknownVoter }
    return records.indices.compactMap { index in
      records[index].votes.first { $0.voter.hasSameCodePoints(as: voter) }
        .map { (Self.id(ofProposal: index), $0) }
    }
  }

  /// The agreement of each pair of voters, in the order of `voterIDs`.
  ///
  /// - Complexity: O(*n*² · *m* ÷ 64) in voters and proposals.
  public func voterAgreementMatrix() -> [[Double]] {
    let votes = VoteMatrix(box)
    var rows = Array(repeating: Array(repeating: 1.0, count: voterCount), count: voterCount)
    for a in 0..<voterCount {
      for b in 0..<a {
        rows[a][b] = votes.agreement(of: a, and: b)
        rows[b][a] = rows[a][b]
      }
    }
    return rows
  }

  /// The largest groups of voters in which each pair agrees at least this often.
  ///
  /// They are sorted by size, largest first, then by their sorted members. This detector cannot
  /// distinguish accurate honest voters, who also agree often, from colluders.
  public func detectVotingBlocs(
    threshold: Double = 0.9, limit: CliqueLimit = .standard
  ) throws(BlocError) -> [[String]] {
    guard NumberRange.share.contains(threshold) else { throw .invalidThreshold(threshold) }
    let votes = VoteMatrix(box)
    let sorted = voterIDs.indices.sorted {
      voterIDs[$0].precedesByCodePoints(voterIDs[$1])
    }
    var graph = Graph(nodeCount: voterCount)
    for a in sorted.indices {
      for b in 0..<a where votes.agreement(of: sorted[a], and: sorted[b]) >= threshold {
        graph.connect(a, b)
      }
    }
    do {
      return try graph.maximalCliques(limit: limit).map { $0.map { voterIDs[sorted[$0]] } }
    } catch {
      throw .tooManyBlocs(error)
    }
  }

  /// The numbers that describe the state of the protocol.
  public func summary() -> ConsensusSummary {
    func count(_ status: ProposalStatus) -> Int {
      box.ballots.count { $0.status == status }
    }
    let decided = box.ballots.filter { $0.status == .decided || $0.status == .executed }
    let approved = decided.count { $0.outcome?.decision == .approved }
    return ConsensusSummary(
      voterCount: voterCount, maxByzantineFaults: maxByzantineFaults, bftQuorum: bftQuorum,
      totalProposals: records.count, open: count(.open), approved: approved,
      rejected: decided.count - approved, executed: count(.executed), expired: count(.expired),
      auditEntries: auditLog.entries.count, isAuditChainValid: verifyAuditChain(),
      votingBlocs: try? detectVotingBlocs())
  }

  /// The state as text for people.
  public func render() -> String {
    summary().render()
  }
}
