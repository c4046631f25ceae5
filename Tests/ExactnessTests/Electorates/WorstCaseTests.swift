import Agents
import Consensus
import Exactness
import TestSupport
import Testing

/// The best adversary is found by trying everything it could do.
struct WorstCaseTests {
  @Test func nothingDoesWorseThanTheWorstCaseAndSomethingDoesAsBad() {
    forEverySeed(
      200, premises: ["several weights", "somebody faulty", "several weights make a quorum"]
    ) { draw in
      let electorate = try draw.stochasticElectorate(votersMax: 4)
      let critical = draw.bool()
      let worst = try electorate.worstCases(ofCritical: [critical])[0]
      let search = AdversarySearch(electorate: electorate, critical: critical)
      let weights = Set(electorate.rules.weights)
      if weights.count > 1 {
        draw.met("several weights")
        if electorate.rules.safeguards.quorumUnit == .weight {
          draw.met("several weights make a quorum")
        }
      }
      if electorate.groups.contains(where: \.isFaulty) { draw.met("somebody faulty") }
      let areSumsExact = weights.count == 1 || weights.isSubset(of: [1, 2, 3])
      for ending in [AchievableEndings.Choice.approved, .rejected, .undecided] {
        for (limits, isHoldingBack) in [(worst.allCounted, false), (worst.heldBack, true)] {
          let reached = try search.chance(of: ending, isHoldingBack: isHoldingBack)
          let (possible, certain) = (
            limits.possible.chance(of: ending), limits.certain.chance(of: ending)
          )
          try require(certain <= reached + 1e-12, "\(certain) is not certain, \(reached) is")
          try require(reached <= possible + 1e-12, "\(reached) is beyond the worst, \(possible)")
          if areSumsExact { try require(certain == possible, "there is nothing to doubt") }
        }
      }
    }
  }

  /// A quorum by weight lets through a whole vote of weight 2 beside one of weight 1.
  ///
  /// Weights that are rounded add up to the same in any order, and so to a tie or less. Beside 1.0 a
  /// quorum of 1.56 takes 0.5 and 0.1, not 0.56.
  @Test(
    arguments: [
      ([2, 2, 1], 2, 0.4, 0.5), ([2.2, 1.1, 1.1], 1, 1, 0.5), ([0.1, 0.2, 0.3], 2, 1, 0.5),
      ([0.5, 0.5, 0.5, 0.1, 1], 4, 0.6, 0.63),
    ] as [([Double], Int, Double, Double)])
  func whatIsCloseIsNotAlwaysReached(
    weights: [Double], honest: Int, quorum: Double, threshold: Double
  ) throws {
    let electorate = StochasticElectorate(
      rules: VotingRules(
        weights: weights,
        config: try ConsensusConfig(quorumFraction: quorum, majorityThreshold: threshold),
        safeguards: try Safeguards(quorumUnit: quorum < 1 ? .weight : .voters, ties: .reject)),
      isWarranted: false,
      groups: weights.indices.map {
        StochasticGroup(count: 1, $0 < honest ? .rejecting : .silent, isFaulty: $0 >= honest)
      })
    let worst = try electorate.worstCases(ofCritical: [false])[0]
    for limits in [worst.allCounted, worst.heldBack] {
      #expect(limits.possible.chance(of: .approved) == 0)
      #expect(limits.certain == limits.possible)
    }
  }

  /// The sum of 0.1, 0.2 and 0.3 is 0.6 or a little more, and only that is more than a tie.
  @Test func whatTheOrderDecidesIsABound() throws {
    let weights = [0.1, 0.2, 0.3, 0.6]
    let electorate = StochasticElectorate(
      rules: VotingRules(
        weights: weights, config: try ConsensusConfig(quorumFraction: 1),
        safeguards: try Safeguards(ties: .reject)),
      isWarranted: false,
      groups: weights.map { StochasticGroup(count: 1, .rejecting, isFaulty: $0 < 0.6) })
    let worst = try electorate.worstCases(ofCritical: [false])[0].allCounted
    #expect(worst.possible.chance(of: .approved) == 1)
    #expect(worst.certain.chance(of: .approved) == 0)
  }

  /// Of 40 votes each of three weights it would take long to find the lightest that are a quorum: 23.4
  /// are missing, and 34 votes of 0.7 are 23.8.
  @Test func whatTakesLongToFindIsABound() throws {
    let counts = [40, 40, 40, 30]
    let weights = zip([0.7, 1.1, 1.9, 1.0], counts).flatMap { Array(repeating: $0, count: $1) }
    let electorate = StochasticElectorate(
      rules: VotingRules(
        weights: weights, config: try ConsensusConfig(quorumFraction: 0.3, majorityThreshold: 0.56),
        safeguards: try Safeguards(quorumUnit: .weight)),
      isWarranted: false,
      groups: counts.indices.map {
        StochasticGroup(count: counts[$0], $0 < 3 ? .rejecting : .silent, isFaulty: $0 == 3)
      })
    let worst = try electorate.worstCases(ofCritical: [false])[0]
    let (possible, certain) = (worst.heldBack.possible, worst.heldBack.certain)
    #expect(possible.chance(of: .approved) == 1 && certain.chance(of: .approved) == 0)
    #expect(certain.chance(of: .rejected) == 1 && certain.chance(of: .undecided) == 1)
  }

  @Test func votesAgainstPreventACertificateThatSilenceAllows() throws {
    let electorate = try StochasticElectorate.withJustACertificate
    let worst = try electorate.worstCases(ofCritical: [false, true])
    #expect(worst.map { $0.allCounted.certain.chance(of: .undecided) } == [0, 1])
    for (critical, worst) in zip([false, true], worst) {
      let search = AdversarySearch(electorate: electorate, critical: critical)
      let searched = try search.chance(of: .undecided, isHoldingBack: false)
      #expect(searched == worst.allCounted.possible.chance(of: .undecided))
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
        let counted = worst.allCounted.possible.chance(of: ending)
        try require(own <= counted * (1 + 1e-12), "\(own) of at most \(counted)")
        let heldBack = worst.heldBack.possible.chance(of: ending)
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
