import Consensus
import Simulation

/// An adversary who votes last, when all honest votes count that arrive.
struct LastVotes {
  let adversary: Adversary
  /// The number of voters of each honest group.
  let counts: [Int]
  /// The number of the weight of each.
  let weights: [Int]

  /// What it does to bring about the first of its wishes that it can.
  func moves(
    toward wishes: [AchievableEndings.Choice], at time: Nanoseconds
  ) throws(ExactProblem) -> [AttackMove] {
    if let only = wishes.first, wishes.count == 1, only != .undecided {
      let value: VoteValue = only == .approved ? .approve : .reject
      return [AttackMove(delay: time, votes: .all(value), callsTally: false)]
    }
    let states = counts.reduce(1.0) { $0 * Double(($1 + 1) * ($1 + 2) / 2) }
    if states > Double(AttackMove.statesMax) { throw .tooManySums }
    var moves: [AttackMove] = []
    for approve in combinations(counts) {
      for reject in combinations(zip(counts, approve).map { $0 - $1 }) {
        let votes = wishes.lazy.compactMap {
          adversary.votes(
            toward: $0, facing: adversary.votes.byWeight(weights) { approve[$0] },
            adversary.votes.byWeight(weights) { reject[$0] })
        }.first
        guard let votes else { continue }
        moves.append(
          AttackMove(
            delay: time, numbers: zip(approve, reject).map { [$0...$0, $1...$1] }, votes: votes,
            callsTally: false))
      }
    }
    return moves.filter { !$0.isIdle }.joined
  }
}
