import Agents
import Consensus
import Scenarios
import Simulation

/// The best policy of an adversary who sees votes as they arrive, found by trying them all.
///
/// It goes through every sequence of arrivals that the adversary may see, and tries each way to act
/// after it on a real ballot box: to vote or not, with each of its voters, and to call the tally or
/// wait. It keeps nothing back that a policy may do, such as voting early, and it never counts.
struct CausalEnumeration {
  let scenario: Scenario
  let isWarranted: Bool
  let isCritical: Bool
  /// The probability that an honest vote is lost.
  let loss: Double
  /// The outcome that the adversary wants.
  let wish: Decision

  /// Votes of the honest in the order of their arrival, with its probability.
  private struct World {
    /// The group of each vote, and the vote.
    let arrivals: [(group: Int, value: VoteValue)]
    let probability: Double
  }

  /// The highest probability of the outcome.
  func value() throws -> Double {
    var box = BallotBox(rules: scenario.rules)
    _ = try box.propose(
      by: 0, critical: isCritical, deadline: scenario.expiry.map { Instant(rank: $0.count) })
    return act(box, faulty, after: [], worlds(), at: 0)
  }

  private var faulty: [Int] {
    scenario.groups.indices.filter { scenario.groups[$0].role.isFaulty }
      .flatMap { scenario.voterRanges[$0] }
  }

  /// All orders of all votes; those that look the same are kept apart.
  private func worlds() -> [World] {
    var all: [([(Int, VoteValue)], Double)] = [([], 1)]
    for (place, group) in scenario.groups.enumerated() {
      guard case .honest(let role) = group.role else { continue }
      let accuracy = isWarranted ? role.accuracy.warranted : role.accuracy.unwarranted
      let shares: [(Bool?, Double)] =
        role.correlation > 0 ? [(true, accuracy), (false, 1 - accuracy)] : [(nil, 1)]
      all = shares.flatMap { shared, share in
        let own = shared == nil ? 1 : 1 - role.correlation
        let right = own * accuracy + (shared == true ? role.correlation : 0)
        let heard = (1 - loss) * (1 - role.abstain)
        let ways: [(VoteValue?, Double)] = [
          (nil, loss), (.abstain, (1 - loss) * role.abstain),
          (isWarranted ? .approve : .reject, heard * right),
          (isWarranted ? .reject : .approve, heard * (1 - right)),
        ]
        var part = all.map { ($0.0, $0.1 * share) }
        for _ in 0..<group.count {
          part = part.flatMap { votes, chance in
            ways.filter { $0.1 > 0 }.map { value, way in
              (value.map { votes + [(place, $0)] } ?? votes, chance * way)
            }
          }
        }
        return part
      }
    }
    return all.flatMap { votes, chance in
      let orders = Self.permutations(votes)
      return orders.map { World(arrivals: $0, probability: chance / Double(orders.count)) }
    }
  }

  private static func permutations(
    _ items: [(Int, VoteValue)]
  ) -> [[(group: Int, value: VoteValue)]] {
    if items.isEmpty { return [[]] }
    return items.indices.flatMap { place in
      var rest = items
      let first = rest.remove(at: place)
      return permutations(rest).map { [(group: first.0, value: first.1)] + $0 }
    }
  }

  /// The best that can come of worlds that have looked the same so far.
  private func act(
    _ box: BallotBox, _ own: [Int], after seen: [(group: Int, value: VoteValue)],
    _ worlds: [World], at time: Int64
  ) -> Double {
    var best = 0.0
    forEachWayToVote(box, own, at: time) { box, rest in
      // The coordinator and the adversary both tally after the votes of the moment.
      let isDue =
        scenario.workload.tally == .quorum
        && box.outcome(of: 0, at: Instant(rank: time)).quorumMet
      let isAll =
        scenario.workload.tally == .all && box.ballots[0].votersHeard == scenario.voterCount
      if !own.isEmpty || isDue || isAll {
        best = max(best, tally(box, rest, after: seen, worlds, at: time))
      }
      if !isDue && !isAll { best = max(best, wait(box, rest, after: seen, worlds, at: time)) }
    }
    return best
  }

  private func tally(
    _ box: BallotBox, _ own: [Int], after seen: [(group: Int, value: VoteValue)],
    _ worlds: [World], at time: Int64
  ) -> Double {
    var box = box
    guard let outcome = try? box.tally(0, at: Instant(rank: time)) else { return 0 }
    if box.ballots[0].status == .open {
      return wait(box, own, after: seen, worlds, at: time)
    }
    return outcome.decision == wish ? worlds.reduce(0) { $0 + $1.probability } : 0
  }

  /// What comes of waiting for the next vote, if one comes, or for the last moment.
  private func wait(
    _ box: BallotBox, _ own: [Int], after seen: [(group: Int, value: VoteValue)],
    _ worlds: [World], at time: Int64
  ) -> Double {
    let over = worlds.filter { $0.arrivals.count == seen.count }
    var sum = over.isEmpty ? 0 : end(box, own, over)
    let groups = scenario.groups.indices.filter { !scenario.groups[$0].role.isFaulty }
    for group in groups {
      for value in VoteValue.allCases {
        let next = worlds.filter {
          $0.arrivals.count > seen.count && $0.arrivals[seen.count] == (group, value)
        }
        if next.isEmpty { continue }
        var box = box
        let number = seen.count { $0.group == group }
        let voter = scenario.voterRanges[group].lowerBound + number
        let time = time + 1_000_000
        guard (try? box.vote(value, by: voter, on: 0, at: Instant(rank: time))) != nil else {
          continue
        }
        sum += act(box, own, after: seen + [(group, value)], next, at: time)
      }
    }
    return sum
  }

  /// The last moment, which is before the deadline and before the proposal expires.
  private func end(_ box: BallotBox, _ own: [Int], _ worlds: [World]) -> Double {
    let deadline = scenario.workload.deadline.count
    let last = min(deadline, scenario.expiry?.count ?? deadline) - 1
    var isReached = false
    forEachWayToVote(box, own, at: last) { box, _ in
      for calls in own.isEmpty ? [false] : [false, true] {
        var box = box
        if calls { _ = try? box.tally(0, at: Instant(rank: last)) }
        _ = try? box.tally(0, at: Instant(rank: deadline))
        let ballot = box.ballots[0]
        let isDecided = ballot.status == .decided || ballot.status == .executed
        if (isDecided ? ballot.outcome?.decision : .noQuorum) == wish { isReached = true }
      }
    }
    return isReached ? worlds.reduce(0) { $0 + $1.probability } : 0
  }

  /// Each of the adversary's voters approves, rejects or keeps its vote.
  private func forEachWayToVote(
    _ box: BallotBox, _ own: [Int], at time: Int64, _ body: (BallotBox, _ rest: [Int]) -> Void
  ) {
    guard let voter = own.first else {
      body(box, [])
      return
    }
    for value in [VoteValue.approve, .reject, nil] {
      var box = box
      if let value { _ = try? box.vote(value, by: voter, on: 0, at: Instant(rank: time)) }
      forEachWayToVote(box, Array(own.dropFirst()), at: time) { box, rest in
        body(box, value == nil ? [voter] + rest : rest)
      }
    }
  }
}
