import Consensus
import TestSupport
import Testing

/// With `tally: decisive` an early answer is the one that any further votes would give as well.
struct DecisiveTallyTests {
  private let early = Instant(rank: 1)
  private let deadline = Instant(rank: 2)

  @Test func staysOpenWhileTheOutcomeIs() throws {
    var box = BallotBox(
      rules: VotingRules(
        weights: [1, 1, 1, 1], safeguards: try Safeguards(tally: .decisive)))
    let proposal = try box.propose(by: 0, critical: false, deadline: deadline)
    try box.vote(.approve, by: 0, on: proposal, at: early)
    #expect(try box.tally(proposal, at: early).decision == .pending)
    #expect(box.ballots[proposal].status == .open)
    try box.vote(.approve, by: 1, on: proposal, at: early)
    // Two of four approve: even if both others reject, a tie approves.
    #expect(try box.tally(proposal, at: early).decision == .approved)
    #expect(box.ballots[proposal].status == .decided)
  }

  @Test func decidesOnWhatIsThereAtTheDeadline() throws {
    var box = BallotBox(
      rules: VotingRules(
        weights: .init(repeating: 1, count: 5), safeguards: try Safeguards(tally: .decisive)))
    let proposal = try box.propose(by: 0, critical: false, deadline: deadline)
    for voter in 0..<2 { try box.vote(.approve, by: voter, on: proposal, at: early) }
    #expect(try box.tally(proposal, at: early).decision == .pending)
    #expect(try box.tally(proposal, at: deadline).decision == .noQuorum)
  }

  @Test func withoutADeadlineOnlyTheSettledIsDecided() throws {
    var box = BallotBox(
      rules: VotingRules(weights: [1, 1, 1], safeguards: try Safeguards(tally: .decisive)))
    let proposal = try box.propose(by: 0, critical: false)
    try box.vote(.approve, by: 0, on: proposal, at: early)
    #expect(try box.tally(proposal, at: Instant(rank: .max)).decision == .pending)
    try box.vote(.approve, by: 1, on: proposal, at: early)
    #expect(try box.tally(proposal, at: early).decision == .approved)
  }

  /// Tries every way in which the missing voters could still vote, and compares.
  @Test func decidesExactlyWhatNoCompletionChanges() {
    forEverySeed(1500, premises: ["approved", "rejected", "no_quorum", "pending"]) { draw in
      // Whole weights, so that no rounding blurs what a tie is.
      let weights = draw.array(1...6) { Double($0.int(in: 1...4)) }
      let safeguards = try Safeguards(
        quorum: draw.element(of: Safeguards.Quorum.allCases),
        quorumUnit: draw.element(of: Safeguards.QuorumUnit.allCases),
        ties: draw.element(of: Safeguards.Ties.allCases),
        rule: draw.element(of: Safeguards.Rule.allCases), tally: .decisive)
      let config = try ConsensusConfig(
        quorumFraction: draw.element(of: [0.1, 0.5, 0.75, 1]),
        majorityThreshold: draw.element(of: [0.25, 0.5, 0.75, 1]))
      let rules = VotingRules(weights: weights, config: config, safeguards: safeguards)
      var box = BallotBox(rules: rules)
      let critical = draw.bool()
      let proposal = try box.propose(by: 0, critical: critical, deadline: deadline)
      var missing: [Int] = []
      for voter in weights.indices {
        let choice = draw.element(of: [nil] + VoteValue.allCases)
        guard let choice else {
          missing.append(voter)
          continue
        }
        try box.vote(choice, by: voter, on: proposal, at: early)
      }

      let outcomes = try completions(of: box, proposal, missing)
      var asked = box
      let answer = try asked.tally(proposal, at: early).decision
      draw.met(answer.rawValue)
      if outcomes.count == 1 {
        try requireEqual(answer, outcomes[0])
      } else {
        try requireEqual(answer, .pending, "could still end \(outcomes)")
      }
    }
  }

  /// The different decisions that the deadline could bring.
  private func completions(
    of box: BallotBox, _ proposal: Int, _ missing: [Int]
  ) throws -> [Decision] {
    guard let voter = missing.first else {
      var box = box
      return [try box.tally(proposal, at: deadline).decision]
    }
    let rest = Array(missing.dropFirst())
    var found = try completions(of: box, proposal, rest)
    for value in VoteValue.allCases {
      var next = box
      try next.vote(value, by: voter, on: proposal, at: early)
      found += try completions(of: next, proposal, rest)
    }
    return Decision.allCases.filter(found.contains)
  }
}
