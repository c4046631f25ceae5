import Simulation

/// Honest votes in the order that suits an adversary best: first all that are wrong, then the right
/// ones, the lightest first.
///
/// For what it wants, wrong votes help, and of the right ones it needs no more than a quorum.
struct WorstOrder {
  /// Honest voters whose right votes arrive one after another.
  struct Voters {
    let count: Int
    /// The number of their weight.
    let weight: Int
    let mayBeWrong: Bool
    let mayBeMissing: Bool
  }

  let adversary: Adversary
  let voters: [Voters]
  let isWarranted: Bool

  /// What the adversary does to bring about the first of its wishes that it can, all of which are no
  /// right decisions.
  ///
  /// - Parameter look: a time after the wrong votes and before the right ones.
  func moves(
    toward wishes: [AchievableEndings.Choice], lookingAt look: Nanoseconds
  ) throws(ExactProblem) -> [AttackMove] {
    guard let first = wishes.first else { return [] }
    if first == .undecided {
      // Before the first vote there is no quorum.
      return [AttackMove(delay: .zero, votes: .heaviestReject(0), callsTally: true)]
    }
    var moves: [AttackMove] = []
    var stateCount = 0
    for wrong in combinations(voters.map { $0.mayBeWrong ? $0.count : 0 }) {
      var isReached = false
      visitRight(beside: wrong) { right in
        stateCount += 1
        guard let votes = votes(toward: first, wrong, right) else { return false }
        isReached = true
        moves.append(
          AttackMove(
            // Without anybody to wait for it acts at once.
            delay: voters.isEmpty ? .zero : nil, numbers: numbers(wrong, right), votes: votes,
            callsTally: true))
        return true
      }
      if stateCount > AttackMove.statesMax { throw .tooManySums }
      let none = voters.map { _ in 0 }
      if !isReached, wishes.count > 1, let votes = votes(toward: .undecided, wrong, none) {
        moves.append(
          AttackMove(
            delay: look, numbers: numbers(wrong, none), votes: votes, callsTally: true))
      }
    }
    return moves.joined
  }

  /// Goes through the numbers of right votes that arrive, until one stops it.
  private func visitRight(beside wrong: [Int], _ stops: ([Int]) -> Bool) {
    func visit(_ first: Int, _ right: [Int]) {
      if stops(right) { return }
      for place in first..<voters.count {
        let isWhole = wrong[place] + right[place] == voters[place].count
        if !isWhole {
          var next = right
          next[place] += 1
          visit(place, next)
        }
        // The next voters come only after all of these, or if some of these do not.
        if !isWhole && !voters[place].mayBeMissing { return }
      }
    }
    visit(0, voters.map { _ in 0 })
  }

  private func votes(
    toward wish: AchievableEndings.Choice, _ wrong: [Int], _ right: [Int]
  ) -> AttackMove.Votes? {
    let weights = voters.map(\.weight)
    let (approve, reject) = isWarranted ? (right, wrong) : (wrong, right)
    return adversary.votes(
      toward: wish, facing: adversary.votes.byWeight(weights) { approve[$0] },
      adversary.votes.byWeight(weights) { reject[$0] })
  }

  private func numbers(_ wrong: [Int], _ right: [Int]) -> [[ClosedRange<Int>]] {
    zip(wrong, right).map { wrong, right in
      isWarranted ? [right...right, wrong...wrong] : [wrong...wrong, right...right]
    }
  }
}

/// All lists of numbers up to these.
func combinations(_ most: [Int]) -> [[Int]] {
  most.reduce([[]]) { lists, most in lists.flatMap { list in (0...most).map { list + [$0] } } }
}
