import Consensus
import TestSupport
import Testing

struct WeightsTests {
  private func counted(_ weights: [Double], cap: Double) throws -> [Double] {
    VotingRules(weights: weights, safeguards: try Safeguards(weightCap: cap)).weights
  }

  @Test func lowersOnlyTheHeaviest() throws {
    #expect(try counted([10, 1, 1, 1], cap: 0.5) == [3, 1, 1, 1])
    #expect(try counted([1, 10, 1, 1], cap: 1) == [1, 10, 1, 1])
    #expect(try counted([5, 5, 1, 1], cap: 0.25) == [1, 1, 1, 1])
    #expect(try counted([3, 2, 1], cap: 0.5) == [3, 2, 1])
  }

  @Test func belowAnEqualShareAllCountTheSame() throws {
    #expect(try counted([10, 3, 2], cap: 0.1) == [2, 2, 2])
    #expect(try counted([7], cap: 0.5) == [7])
  }

  @Test func nobodyExceedsTheCapAndTheOrderStays() {
    forEverySeed(2000, premises: ["lowered", "left alone"]) { draw in
      let weights = draw.array(1...12) { $0.double(in: 0.01...50) }
      let cap = draw.double(in: 0.01...1)
      let counted = try counted(weights, cap: cap)
      let total = counted.reduce(0, +)
      let feasible = max(cap, 1 / Double(weights.count))
      for (voter, weight) in counted.enumerated() {
        try require(weight > 0 && weight <= weights[voter])
        try require(weight <= feasible * total * (1 + 1e-9), "\(weight) of \(total)")
        for other in counted.indices where weights[other] <= weights[voter] {
          try require(counted[other] <= weight, "the heavier counts less")
        }
        // A voter is lowered only to a level that others are lowered to as well.
        if weight < weights[voter] { try requireEqual(weight, counted.max() ?? 0) }
      }
      draw.met(counted == weights ? "left alone" : "lowered")
    }
  }

  /// A full attendance is a quorum of all weight, in whatever order the votes come in.
  @Test func fullAttendanceIsAlwaysAQuorumOfWeight() {
    forEverySeed(1000) { draw in
      let weights = draw.array(1...9) { $0.double(in: 0.01...3) }
      let safeguards = try Safeguards(
        quorumUnit: .weight, weightCap: draw.bool() ? draw.double(in: 0.1...1) : nil)
      let rules = VotingRules(
        weights: weights, config: try ConsensusConfig(quorumFraction: 1), safeguards: safeguards)
      var box = BallotBox(rules: rules)
      let proposal = try box.propose(by: 0, critical: false)
      for voter in draw.shuffled(weights.indices) {
        try box.vote(
          draw.bool() ? .approve : .reject, by: voter, on: proposal, at: Instant(rank: 0))
      }
      try require(try box.tally(proposal, at: Instant(rank: 0)).quorumMet)
    }
  }

  @Test func aWeightQuorumNeedsWeightNotHeads() throws {
    let safeguards = try Safeguards(quorumUnit: .weight)
    for (present, isMet) in [([0], true), ([1, 2, 3], false)] {
      var box = BallotBox(rules: VotingRules(weights: [10, 1, 1, 1], safeguards: safeguards))
      let proposal = try box.propose(by: 0, critical: false)
      for voter in present { try box.vote(.approve, by: voter, on: proposal, at: Instant(rank: 0)) }
      #expect(try box.tally(proposal, at: Instant(rank: 0)).quorumMet == isMet)
    }
  }

  @Test func abstentionsCarryNoWeightForTheQuorum() throws {
    let rules = VotingRules(weights: [3, 1], safeguards: try Safeguards(quorumUnit: .weight))
    var box = BallotBox(rules: rules)
    let proposal = try box.propose(by: 0, critical: false)
    try box.vote(.abstain, by: 0, on: proposal, at: Instant(rank: 0))
    try box.vote(.approve, by: 1, on: proposal, at: Instant(rank: 0))
    #expect(try box.tally(proposal, at: Instant(rank: 0)).decision == .noQuorum)
  }
}
