import Consensus
import ConsensusTestSupport
import TestSupport
import Testing

/// No sequence of calls, whatever it is, breaks what the protocol promises.
struct InvariantTests {
  @Test func noSequenceOfCallsBreaksTheProtocol() {
    forEverySeed(
      10_000, inDebug: 500,
      premises: Refusal.allCases.filter { $0 != .notAuthentic }.map(\.code)
        + Decision.allCases.map(\.rawValue) + ["a changed vote", "executed"]
    ) { draw in
      var run = try Run(draw)
      for _ in 0..<draw.int(in: 1...40) { try run.step(draw) }
      try require(run.consensus.verifyAuditChain())
      try run.checkBookkeeping()
    }
  }

  /// A protocol under random calls, with what was seen of it before.
  private struct Run {
    var consensus: ConsensusProtocol
    var now: Double = 0
    var decided: [String: TallyResult] = [:]

    init(_ draw: Draw) throws {
      consensus = try ConsensusProtocol(
        voters: (0..<draw.int(in: 1...5)).map { number in
          Voter("v\(number)", weight: draw.element(of: [1, 0.1, 0.2, 0.3, 2.5]))
        },
        config: try ConsensusConfig(
          quorumFraction: draw.element(of: [0.01, 0.5, 2.0 / 3, 1]),
          majorityThreshold: draw.element(of: [0.5, 0.6, 1]),
          defaultExpirySeconds: draw.element(of: [0, 3, 10]),
          allowVoteChange: draw.bool(), maxActiveProposals: draw.int(in: 1...3)),
        safeguards: try draw.safeguards(
          weightCap: draw.element(of: [nil, 0.3]),
          audit: draw.element(of: Safeguards.Audit.allCases)))
    }

    mutating func step(_ draw: Draw) throws {
      now += Double(draw.int(in: 0...2))
      let before = consensus
      do throws(Refusal) {
        try call(draw)
      } catch {
        draw.met(error.code)
        try checkUnchanged(since: before, except: error == .expired)
      }
      try checkForwardMotion(since: before)
      for (id, result) in decided {  // order-free: each is checked by itself
        try requireEqual(consensus.proposal(id)?.result, result, "a decided result changed")
      }
    }

    private mutating func call(_ draw: Draw) throws(Refusal) {
      let voter = draw.element(of: consensus.voterIDs + ["stranger"])
      let known = consensus.proposals().map(\.id) + ["prop-0099"]
      let id = draw.element(of: known)
      let time = Seconds.fractional(now)
      switch draw.int(in: 0...9) {
      case 0...1:
        let action = draw.element(of: ["release", "terminate"])
        _ = try consensus.propose(by: voter, action: action, at: time)
      case 2...6:
        let hadVoted = consensus.proposal(id)?.votes.contains { $0.voter == voter } ?? false
        try consensus.vote(draw.element(of: VoteValue.allCases), by: voter, on: id, at: time)
        if hadVoted { draw.met("a changed vote") }
      case 7...8:
        let result = try consensus.tally(id, at: time)
        draw.met(result.decision.rawValue)
        if consensus.proposal(id)?.status == .decided { decided[id] = result }
      default:
        if try consensus.execute(id, at: time) { draw.met("executed") }
      }
    }

    /// A refused call changes nothing, but that asking after its time moves a proposal to expired.
    private func checkUnchanged(since before: ConsensusProtocol, except expiry: Bool) throws {
      try requireEqual(consensus.auditLog.entries.count, before.auditLog.entries.count)
      try requireEqual(consensus.proposals().count, before.proposals().count)
      for (new, old) in zip(consensus.proposals(), before.proposals()) {
        try requireEqual(new.votes.map(\.hash), old.votes.map(\.hash))
        try requireEqual(new.result, old.result)
        try require(new.status == old.status || (expiry && new.status == .expired))
      }
    }

    private func checkForwardMotion(since before: ConsensusProtocol) throws {
      for (new, old) in zip(consensus.proposals(), before.proposals()) {
        let isForward =
          switch (old.status, new.status) {
          case (.open, .decided), (.open, .expired), (.decided, .executed): true
          default: old.status == new.status
          }
        try require(isForward, "\(old.status) became \(new.status)")
      }
    }

    /// Counts, weights and open proposals match the votes and proposals that are there.
    func checkBookkeeping() throws {
      let rules = consensus.box.rules
      for (index, proposal) in consensus.proposals().enumerated() {
        let voters = proposal.votes.map(\.voter)
        try requireEqual(Set(voters).count, voters.count, "a voter counts twice")
        var weights = [VoteValue.approve: 0.0, .reject: 0.0, .abstain: 0.0]
        for vote in proposal.votes {
          let voter = try requireValue(consensus.voterIDs.firstIndex(of: vote.voter))
          weights[vote.value, default: 0] += rules.weights[voter]
        }
        let count = consensus.box.ballots[index].count
        try requireEqual(count.approve, proposal.votes.count { $0.value == .approve })
        try requireEqual(count.reject, proposal.votes.count { $0.value == .reject })
        try requireEqual(count.abstain, proposal.votes.count { $0.value == .abstain })
        try requireEqual(count.approveWeight, weights[.approve])
        try requireEqual(count.rejectWeight, weights[.reject])
        guard let result = proposal.result, proposal.status != .expired else { continue }
        if proposal.status == .open { continue }
        try requireEqual(result.approveCount, count.approve)
        try requireEqual(result.rejectCount, count.reject)
        try requireEqual(result.abstainCount, count.abstain)
        try require(abs(result.approveWeight - count.approveWeight) <= 0.5e-4 + 1e-12)
        try requireEqual(
          result.participationRate,
          Double(count.approve + count.reject) / Double(rules.voterCount))
      }
    }
  }
}
