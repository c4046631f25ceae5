import Agents
import Consensus
import Exactness

/// What an electorate decides, found by letting a real ballot box count every way to vote.
struct BruteForce {
  let electorate: StochasticElectorate
  let critical: Bool
  /// The groups in the order in which their votes arrive.
  let order: [Int]

  /// The voters of each group.
  private var members: [Range<Int>] {
    var first = 0
    return electorate.groups.map { group in
      defer { first += group.count }
      return first..<first + group.count
    }
  }

  /// Goes through every component of every group and every vote of every voter.
  func endings() throws -> (approved: Double, rejected: Double, undecided: Double) {
    var sums = (approved: 0.0, rejected: 0.0, undecided: 0.0)
    try choose(order[...], [], [], 1) { decision, probability in
      switch decision {
      case .approved: sums.approved += probability
      case .rejected: sums.rejected += probability
      default: sums.undecided += probability
      }
    }
    return sums
  }

  private typealias Cast = (voter: Int, value: VoteValue)

  private func choose(
    _ groups: ArraySlice<Int>, _ votes: [Cast],
    _ lastMovers: [(members: Range<Int>, plan: LastMove)],
    _ probability: Double, _ body: (Decision, Double) -> Void
  ) throws {
    guard let index = groups.first else {
      body(try decision(votes, lastMovers), probability)
      return
    }
    let group = electorate.groups[index]
    for component in group.components {
      let all = members[index]
      let waiting = all.suffix(component.waiting)
      try vote(
        all.dropLast(component.waiting), component.chances, votes,
        probability * component.probability
      ) {
        votes, probability in
        try choose(
          groups.dropFirst(), votes,
          waiting.isEmpty ? lastMovers : lastMovers + [(waiting, group.lastMove)], probability, body
        )
      }
    }
  }

  private func vote(
    _ voters: Range<Int>, _ chances: VoteChances, _ votes: [Cast], _ probability: Double,
    _ body: ([Cast], Double) throws -> Void
  ) throws {
    guard let voter = voters.first else {
      try body(votes, probability)
      return
    }
    let ways: [(VoteValue, Double)] = [
      (.approve, chances.approve), (.reject, chances.reject), (.abstain, chances.silent),
    ]
    for (value, chance) in ways where chance > 0 {
      try vote(
        voters.dropFirst(), chances, votes + [(voter, value)], probability * chance, body)
    }
  }

  /// What a ballot box says of votes in their order, and of those who had waited to see them.
  private func decision(
    _ votes: [Cast], _ lastMovers: [(members: Range<Int>, plan: LastMove)]
  ) throws -> Decision {
    var box = BallotBox(rules: electorate.rules)
    let now = Instant(rank: 0)
    let proposal = try box.propose(by: 0, critical: critical, deadline: now)
    for (voter, value) in votes { try box.vote(value, by: voter, on: proposal, at: now) }
    let seen = box
    for (members, plan) in lastMovers {
      for (voter, value) in lastVotes(of: members, plan, seeing: seen) {
        try box.vote(value, by: voter, on: proposal, at: now)
      }
    }
    return try box.tally(proposal, at: now).decision
  }

  private func lastVotes(of members: Range<Int>, _ plan: LastMove, seeing box: BallotBox) -> [Cast]
  {
    let right: VoteValue = electorate.isWarranted ? .approve : .reject
    let wrong: VoteValue = electorate.isWarranted ? .reject : .approve
    switch plan {
    case .eachForItself:
      return members.map { voter in
        let matters =
          box.decision(on: 0, adding: [(voter, wrong)])
          != box.decision(on: 0, adding: [(voter, right)])
        return (voter, matters ? wrong : right)
      }
    case .fewestSuffice:
      let ways = (0...members.count).map { traitors in
        members.map { (voter: $0, value: $0 < members.lowerBound + traitors ? wrong : right) }
      }
      let decisions = ways.map { box.decision(on: 0, adding: $0) }
      let worst: Decision = electorate.isWarranted ? .rejected : .approved
      return ways[
        decisions.firstIndex(of: worst) ?? decisions.firstIndex { $0 != decisions[0] } ?? 0]
    case .repeatVictims, .isolateVictims: preconditionFailure("no electorate has victims")
    }
  }
}
