import Agents
import Consensus
import Scenarios
import Simulation
import TestSupport

/// What becomes of proposals, found by letting a real ballot box count every vote in every order.
///
/// Every honest vote is lost or arrives in time, one by one in any order. Strategies are written
/// again here, apart from the world.
struct ArrivalEnumeration {
  let scenario: Scenario
  let isWarranted: Bool
  let isCritical: Bool
  /// The probability that an honest vote is lost.
  let loss: Double

  /// The probabilities of the outcomes, and the mean number of approvals and rejections.
  struct Result {
    var approved = 0.0
    var rejected = 0.0
    var undecided = 0.0
    var participants = 0.0
  }

  /// What a voter does.
  enum Act: Hashable {
    case vote(VoteValue?)
    /// What its strategy says.
    case misbehave(ByzantineStrategy)
  }

  private var right: VoteValue { isWarranted ? .approve : .reject }
  private var wrong: VoteValue { isWarranted ? .reject : .approve }
  private var wrongDecision: Decision { isWarranted ? .rejected : .approved }

  func result() throws -> Result {
    var result = Result()
    for (acts, probability) in acts() {
      let faulty = scenario.groups.indices.filter { scenario.groups[$0].role.isFaulty }
        .flatMap { scenario.voterRanges[$0] }
      let honest = acts.indices.filter { !faulty.contains($0) && acts[$0] != .vote(nil) }
      let orders = Self.permutations(honest)
      for order in orders {
        let (decision, participants) = try outcome(acts, faulty, order)
        let share = probability / Double(orders.count)
        result.participants += share * Double(participants)
        switch decision {
        case .approved: result.approved += share
        case .rejected: result.rejected += share
        case .noQuorum, .pending: result.undecided += share
        }
      }
    }
    return result
  }

  // MARK: All that voters may do

  private func acts() -> [(acts: [Act], probability: Double)] {
    var all: [(acts: [Act], probability: Double)] = [([], 1)]
    for group in scenario.groups {
      var next: [(acts: [Act], probability: Double)] = []
      for (shared, probability) in draws(group) {
        var part = all.map { ($0.acts, $0.probability * probability) }
        for _ in 0..<group.count {
          part = part.flatMap { earlier in
            ways(group, shared).map { (earlier.0 + [$0.0], earlier.1 * $0.1) }
          }
        }
        next += part
      }
      all = next
    }
    return all.filter { $0.probability > 0 }
  }

  /// What the voters of a group share: whether their common look is right.
  private func draws(_ group: VoterGroup) -> [(Bool?, Double)] {
    guard case .honest(let role) = group.role, role.correlation > 0 else { return [(nil, 1)] }
    let accuracy = isWarranted ? role.accuracy.warranted : role.accuracy.unwarranted
    return [(true, accuracy), (false, 1 - accuracy)]
  }

  private func ways(_ group: VoterGroup, _ shared: Bool?) -> [(Act, Double)] {
    switch group.role {
    case .honest(let role):
      let accuracy = isWarranted ? role.accuracy.warranted : role.accuracy.unwarranted
      let own = shared == nil ? 1 : 1 - role.correlation
      let isRight = own * accuracy + (shared == true ? role.correlation : 0)
      return [
        (.vote(nil), loss), (.vote(.abstain), (1 - loss) * role.abstain),
        (.vote(right), (1 - loss) * (1 - role.abstain) * isRight),
        (.vote(wrong), (1 - loss) * (1 - role.abstain) * (1 - isRight)),
      ]
    case .byzantine(let role):
      let accuracy = isWarranted ? role.accuracy.warranted : role.accuracy.unwarranted
      return [
        (.misbehave(role.strategy), role.rate), (.vote(right), (1 - role.rate) * accuracy),
        (.vote(wrong), (1 - role.rate) * (1 - accuracy)),
      ]
    case .colluding, .absent: preconditionFailure("these are not drawn")
    }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    if items.isEmpty { return [[]] }
    return items.indices.flatMap { place in
      var rest = items
      let first = rest.remove(at: place)
      return permutations(rest).map { [first] + $0 }
    }
  }

  // MARK: One way through

  private func outcome(
    _ acts: [Act], _ faulty: [Int], _ order: [Int]
  ) throws -> (Decision, participants: Int) {
    var box = BallotBox(rules: scenario.rules)
    let expiry = scenario.expiry.map { Instant(rank: $0.count) }
    _ = try box.propose(by: 0, critical: isCritical, deadline: expiry)
    func misbehaves(_ voter: Int, _ strategy: ByzantineStrategy) -> Bool {
      acts[voter] == .misbehave(strategy)
    }
    let isWatched = faulty.contains { misbehaves($0, .rush) }
    /// Casts the votes of a moment one by one, and tallies if somebody wants it.
    func moment(_ time: Int64, _ votes: [(Int, VoteValue)], isCalled: Bool = false) {
      let now = Instant(rank: time)
      var isCalled = isCalled
      for (voter, value) in votes {
        guard (try? box.vote(value, by: voter, on: 0, at: now)) != nil else { continue }
        let outcome = box.outcome(of: 0, at: now)
        if isWatched && outcome.decision == wrongDecision { isCalled = true }
        switch scenario.workload.tally {
        case .deadline: break
        case .quorum: if outcome.quorumMet { isCalled = true }
        case .all: if box.ballots[0].votersHeard == acts.count { isCalled = true }
        }
      }
      if isCalled { _ = try? box.tally(0, at: now) }
    }
    var opening: [(Int, VoteValue)] = []
    for voter in faulty {
      switch acts[voter] {
      case .vote(let value): if let value { opening.append((voter, value)) }
      case .misbehave(.oppose), .misbehave(.rush), .misbehave(.prematureTally):
        opening.append((voter, wrong))
      case .misbehave(.doubleVote):
        let lastCounts = scenario.config.allowVoteChange
        opening += [(voter, lastCounts ? right : wrong), (voter, lastCounts ? wrong : right)]
      case .misbehave(.flip): opening.append((voter, right))
      case .misbehave(.approveAll): opening.append((voter, .approve))
      case .misbehave(.abstain): opening.append((voter, .abstain))
      case .misbehave(.lastMover): break
      case .misbehave: preconditionFailure("this strategy is not drawn")
      }
    }
    moment(0, opening, isCalled: faulty.contains { misbehaves($0, .prematureTally) })
    for (place, voter) in order.enumerated() {
      guard case .vote(let value?) = acts[voter] else { continue }
      moment(Int64(place + 1) * 1_000_000_000, [(voter, value)])
    }
    let deadline = scenario.workload.deadline.count
    moment(deadline - 1, lastVotes(faulty.filter { acts[$0] != .vote(nil) }, acts, box))
    _ = try? box.tally(0, at: Instant(rank: deadline))
    let ballot = box.ballots[0]
    let isDecided = ballot.status == .decided || ballot.status == .executed
    return (
      isDecided ? ballot.outcome?.decision ?? .noQuorum : .noQuorum, ballot.count.participants
    )
  }

  /// The votes of those who wait or change theirs, all of whom see the same votes.
  private func lastVotes(_ faulty: [Int], _ acts: [Act], _ box: BallotBox) -> [(Int, VoteValue)] {
    faulty.compactMap { voter in
      switch acts[voter] {
      case .misbehave(.flip): return (voter, wrong)
      case .misbehave(.lastMover):
        let matters =
          box.decision(on: 0, adding: [(voter, wrong)])
          != box.decision(on: 0, adding: [(voter, right)])
        return (voter, matters ? wrong : right)
      default: return nil
      }
    }
  }
}
