import Consensus
import TestSupport
import Testing

@testable import Guarantees

struct VotingPowerTests {
  private func rules(
    _ weights: [Double], threshold: Double, quorum: Double = 0.001,
    safeguards: Safeguards = .none
  ) throws -> VotingRules {
    VotingRules(
      weights: weights,
      config: try ConsensusConfig(quorumFraction: quorum, majorityThreshold: threshold),
      safeguards: safeguards)
  }

  /// The game [39; 7 × 5, 1 × 10]: Shapley–Shubik 421/2145 and 4/2145 (Straffin, *Game Theory and
  /// Strategy*, 1993), Banzhaf 848 and 84 swings.
  @Test func theSecurityCouncil() throws {
    let weights = Array(repeating: 7.0, count: 5) + Array(repeating: 1, count: 10)
    let power = VotingPower(try rules(weights, threshold: 39.0 / 45), .normal)
    let shares = try #require(power.shares)
    #expect(shares.map(\.voter) == Array(0..<15))
    for share in shares {
      let isPermanent = share.voter < 5
      #expect(abs(share.shapleyShubik - (isPermanent ? 421.0 : 4) / 2145) < 1e-15)
      #expect(share.banzhaf == (isPermanent ? 848.0 : 84) / 16384)
      #expect(abs(share.banzhafIndex - (isPermanent ? 848.0 : 84) / 5080) < 1e-15)
    }
    #expect(power.blockers == Array(0..<5))
    #expect(power.deciders.isEmpty)
    #expect(power.forcing == .init(members: Array(0..<9), count: 210))
    #expect(power.blocking == .init(members: [0], count: 5))
  }

  /// Two voters are capped to a fifth of all weight each, up to rounding, and just miss being enough
  /// with the others, or not.
  @Test func whatRoundingDecidesIsNotCounted() throws {
    let weights = [6, 6, 1, 1, 1, 1, 1, 1.0]
    for kind in ActionKind.allCases {
      let power = VotingPower(
        try rules(
          weights, threshold: 0.5, quorum: 0.5, safeguards: Safeguards(weightCap: 0.2)), kind)
      for coalition in [power.forcing, power.blocking] {
        #expect(try #require(coalition).count != 0)
      }
    }
  }

  /// The six of 1958, [12; 4, 4, 4, 2, 2, 1], where Luxembourg has a vote and no power (Brams,
  /// *Game Theory and Politics*, 1975).
  @Test func theCouncilOfTheEuropeanEconomicCommunity() throws {
    let power = VotingPower(try rules([4, 4, 4, 2, 2, 1], threshold: 12.0 / 17), .normal)
    let shares = try #require(power.shares)
    #expect(shares.map(\.voter) == Array(0..<6))
    let shapleyShubik = [14, 14, 14, 9, 9, 0].map { $0 / 60.0 }
    let banzhaf = [5, 5, 5, 3, 3, 0].map { $0 / 21.0 }
    for (share, known) in zip(shares, zip(shapleyShubik, banzhaf)) {
      #expect(abs(share.shapleyShubik - known.0) < 1e-15)
      #expect(abs(share.banzhafIndex - known.1) < 1e-15)
    }
    #expect(power.forcing == .init(members: [0, 1, 2], count: 1))
  }

  @Test func oneDecidesAlone() throws {
    let power = VotingPower(try rules([1, 10, 1, 1], threshold: 0.5), .normal)
    #expect(power.deciders == [1] && power.blockers == [1])
    #expect(power.shares?.map(\.voter) == [1, 0, 2, 3])
    #expect(power.shares?.map(\.shapleyShubik) == [1, 0, 0, 0])
    #expect(power.forcing == .init(members: [1], count: 1))
  }

  /// Weight alone does not make a quorum of heads.
  @Test func aQuorumNeedsCompany() throws {
    let power = VotingPower(try rules([1, 10, 1, 1], threshold: 0.5, quorum: 0.5), .normal)
    #expect(power.deciders.isEmpty && power.blockers == [1])
    #expect(power.forcing == .init(members: [0, 1], count: 3))
    #expect(power.blocking == .init(members: [1], count: 1))
  }

  @Test func whereNothingIsApprovedNobodyForces() throws {
    let power = VotingPower(
      try rules([2, 1], threshold: 1, safeguards: try Safeguards(ties: .reject)), .normal)
    #expect(power.forcing == nil)
    #expect(power.blockers == [0, 1])
    #expect(power.shares?.map(\.banzhaf) == [0, 0])
  }

  /// Coalitions of too many voters, or of weights without a common unit, are not counted.
  @Test(arguments: [127, 1.0 / 3, 1])
  func whatCannotBeCountedIsStillKnown(last: Double) throws {
    let weights = Array(repeating: 1.0, count: last < 1 ? 5 : 127) + [last]
    let power = VotingPower(try rules(weights, threshold: 0.5), .normal)
    #expect(power.shares == nil)
    #expect(power.forcing != nil && power.forcing?.count == nil)
    let counted = VotingPower(try rules(.init(repeating: 1, count: 127), threshold: 0.5), .normal)
    #expect(counted.shares?.count == 127)
    #expect(counted.forcing?.members.count == 64)
  }

  /// Every coalition and every order, one by one.
  @Test func agreesWithTryingAllCoalitions() {
    forEverySeed(200, premises: ["critical"]) { draw in
      let weights = draw.array(1...7) { Double($0.int(in: 1...6)) }
      let question = try draw.question(weights: weights)
      guard question.rules.safeguards.weightCap == nil else { return }
      let actions = draw.element(of: ActionKind.allCases)
      if actions == .critical { draw.met("critical") }
      let power = VotingPower(question.rules, actions)
      let coalitions = Coalitions(question.rules, critical: actions == .critical)
      for share in try requireValue(power.shares) {
        let (banzhaf, shapley) = coalitions.power(of: share.voter)
        try requireEqual(share.banzhaf, banzhaf)
        try require(abs(share.shapleyShubik - shapley) < 1e-12, "\(share.shapleyShubik) \(shapley)")
        let alone = 1 << share.voter
        try requireEqual(power.deciders.contains(share.voter), coalitions.forces(alone))
        try requireEqual(power.blockers.contains(share.voter), coalitions.blocks(alone))
      }
      try requireEqual(power.forcing?.count ?? 0, coalitions.smallestCount(coalitions.forces))
      try requireEqual(power.blocking?.count ?? 0, coalitions.smallestCount(coalitions.blocks))
    }
  }
}

/// All coalitions as bit masks, forced or not by the ballot box itself.
private struct Coalitions {
  private let forcing: [Bool]
  private let voterCount: Int

  init(_ rules: VotingRules, critical: Bool) {
    voterCount = rules.voterCount
    forcing = (0..<1 << rules.voterCount).map { mask in
      [VoteValue.reject, nil].allSatisfy { others in
        var box = BallotBox(rules: rules)
        guard let proposal = try? box.propose(by: 0, critical: critical, deadline: Instant(rank: 1))
        else { return false }
        for voter in 0..<rules.voterCount {
          guard let value = mask >> voter & 1 == 1 ? .approve : others else { continue }
          _ = try? box.vote(value, by: voter, on: proposal, at: Instant(rank: 0))
        }
        return (try? box.tally(proposal, at: Instant(rank: 1)).decision) == .approved
      }
    }
  }

  func forces(_ mask: Int) -> Bool { forcing[mask] }

  /// The others together do not force.
  func blocks(_ mask: Int) -> Bool { !forcing[forcing.count - 1 - mask] }

  /// How many coalitions can do something, of those with the fewest voters.
  func smallestCount(_ can: (Int) -> Bool) -> UInt128 {
    let sizes = forcing.indices.filter(can).map(\.nonzeroBitCount)
    return UInt128(sizes.min().map { least in sizes.count { $0 == least } } ?? 0)
  }

  func power(of voter: Int) -> (banzhaf: Double, shapley: Double) {
    var turned = 0
    var shapley = 0.0
    for mask in forcing.indices where mask >> voter & 1 == 0 {
      guard !forcing[mask] && forcing[mask | 1 << voter] else { continue }
      turned += 1
      let size = mask.nonzeroBitCount
      shapley += factorial(size) * factorial(voterCount - 1 - size) / factorial(voterCount)
    }
    return (Double(turned) / Double(1 << (voterCount - 1)), shapley)
  }

  private func factorial(_ number: Int) -> Double {
    (0..<number).reduce(1) { $0 * Double($1 + 1) }
  }
}
