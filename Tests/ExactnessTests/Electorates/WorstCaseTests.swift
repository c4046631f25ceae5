import Agents
import Consensus
import Exactness
import TestSupport
import Testing

/// The best adversary is found by trying everything it could do.
struct WorstCaseTests {
  @Test func nothingDoesWorseThanTheWorstCaseAndSomethingDoesAsBad() {
    forEverySeed(150, premises: ["several weights", "somebody faulty"]) { draw in
      let electorate = try draw.stochasticElectorate(votersMax: 4)
      let critical = draw.bool()
      let worst = try electorate.worstCases(ofCritical: [critical])[0]
      let search = AdversarySearch(electorate: electorate, critical: critical)
      let isOneWeight = Set(electorate.rules.weights).count == 1
      if !isOneWeight { draw.met("several weights") }
      if electorate.groups.contains(where: \.isFaulty) { draw.met("somebody faulty") }
      for ending in [AchievableEndings.Choice.approved, .rejected, .undecided] {
        let allCounted = try search.chance(of: ending, isHoldingBack: false)
        let heldBack = try search.chance(of: ending, isHoldingBack: true)
        // Rounding and a quorum that votes fill without surplus are left to the adversary.
        let slack = 1e-12
        try require(worst.allCounted.chance(of: ending) >= allCounted - slack, "beyond the worst")
        try require(worst.heldBack.chance(of: ending) >= heldBack - slack, "beyond the worst")
        let isTight = isOneWeight || electorate.rules.weights.allSatisfy { [1, 2, 3].contains($0) }
        if isTight {
          try require(
            worst.allCounted.chance(of: ending) <= allCounted + slack, "the worst is out of reach")
        }
        if isTight && (isOneWeight || electorate.rules.safeguards.quorumUnit == .voters) {
          try require(
            worst.heldBack.chance(of: ending) <= heldBack + slack, "the worst is out of reach")
        }
      }
    }
  }

  /// Six approvals are a certificate, and all that were cast if three faulty voters are silent; with
  /// three rejections beside them they are too few of all for a critical action.
  @Test func votesAgainstPreventACertificateThatSilenceAllows() throws {
    let electorate = StochasticElectorate(
      rules: VotingRules(
        weights: Array(repeating: 1, count: 9),
        config: try ConsensusConfig(supermajorityThreshold: 0.75),
        safeguards: try Safeguards(rule: .certificate)),
      isWarranted: true,
      groups: [
        StochasticGroup(count: 6, .approving), StochasticGroup(count: 3, .silent, isFaulty: true),
      ])
    let worst = try electorate.worstCases(ofCritical: [false, true])
    #expect(worst.map { $0.allCounted.chance(of: .undecided) } == [0, 1])
    for (critical, worst) in zip([false, true], worst) {
      let search = AdversarySearch(electorate: electorate, critical: critical)
      let searched = try search.chance(of: .undecided, isHoldingBack: false)
      #expect(searched == worst.allCounted.chance(of: .undecided))
    }
  }

  @Test func noWayToVoteIsWorseThanTheWorstCase() {
    forEverySeed(300) { draw in
      let electorate = try draw.stochasticElectorate(votersMax: 8)
      let critical = draw.bool()
      guard let endings = try? electorate.endings(ofCritical: [critical])[0] else { return }
      let worst = try electorate.worstCases(ofCritical: [critical])[0]
      let pairs: [(Double, AchievableEndings.Choice)] = [
        (endings.approved, .approved), (endings.rejected, .rejected),
        (endings.undecided, .undecided),
      ]
      for (own, ending) in pairs {
        let counted = worst.allCounted.chance(of: ending)
        try require(own <= counted * (1 + 1e-12), "\(own) of at most \(counted)")
        let heldBack = worst.heldBack.chance(of: ending)
        try require(counted <= heldBack * (1 + 1e-12), "holding back does not help")
      }
    }
  }
}

/// Tries all votes of the faulty, and all choices of the honest votes that arrive.
struct AdversarySearch {
  let electorate: StochasticElectorate
  let critical: Bool

  private var faulty: [Bool] {
    electorate.groups.flatMap { Array(repeating: $0.isFaulty, count: $0.count) }
  }

  func chance(of ending: AchievableEndings.Choice, isHoldingBack: Bool) throws -> Double {
    var sum = 0.0
    forEachHonestVote { votes, probability in
      let faulty = faulty
      if canReach(ending, votes, 0, isHoldingBack, faulty) { sum += probability }
    }
    return sum
  }

  private func forEachHonestVote(_ body: ([VoteValue?], Double) -> Void) {
    func choose(_ group: Int, _ votes: [VoteValue?], _ probability: Double) {
      guard group < electorate.groups.count else {
        body(votes, probability)
        return
      }
      let next = electorate.groups[group]
      if next.isFaulty {
        choose(group + 1, votes + Array(repeating: nil, count: next.count), probability)
        return
      }
      for component in next.components {
        vote(next.count, component.chances, votes, probability * component.probability) {
          choose(group + 1, $0, $1)
        }
      }
    }
    choose(0, [], 1)
  }

  private func vote(
    _ count: Int, _ chances: VoteChances, _ votes: [VoteValue?], _ probability: Double,
    _ body: ([VoteValue?], Double) -> Void
  ) {
    if count == 0 {
      body(votes, probability)
      return
    }
    let ways: [(VoteValue?, Double)] = [
      (.approve, chances.approve), (.reject, chances.reject), (nil, chances.silent),
    ]
    for (value, chance) in ways where chance > 0 {
      vote(count - 1, chances, votes + [value], probability * chance, body)
    }
  }

  private func canReach(
    _ ending: AchievableEndings.Choice, _ votes: [VoteValue?], _ voter: Int,
    _ isHoldingBack: Bool, _ faulty: [Bool]
  ) -> Bool {
    if voter == votes.count { return decision(votes) == ending }
    var ways = [votes[voter]]
    if faulty[voter] {
      ways = [.approve, .reject, nil]
    } else if isHoldingBack {
      ways.append(nil)
    }
    return ways.contains { way in
      var changed = votes
      changed[voter] = way
      return canReach(ending, changed, voter + 1, isHoldingBack, faulty)
    }
  }

  private func decision(_ votes: [VoteValue?]) -> AchievableEndings.Choice {
    var box = BallotBox(rules: electorate.rules)
    let now = Instant(rank: 0)
    _ = try? box.propose(by: 0, critical: critical, deadline: now)
    for (voter, value) in votes.enumerated() {
      if let value { _ = try? box.vote(value, by: voter, on: 0, at: now) }
    }
    return switch try? box.tally(0, at: now).decision {
    case .approved: .approved
    case .rejected: .rejected
    default: .undecided
    }
  }
}
