import Consensus
import Simulation

extension CausalAdversary {
  /// The moves of the best policy for a wish, in states that it comes to.
  ///
  /// - Parameter last: the last moment at which it can act.
  func moves(toward wish: AchievableEndings.Choice, last: Nanoseconds) -> [AttackMove] {
    let stops = policy(toward: wish).stops
    var isReached = Array(repeating: false, count: chain.states.count)
    isReached[0] = true
    var moves: [AttackMove] = []
    chain.states.visit { state in
      guard isReached[state.number] else { return }
      let isStopped = stops[state.number]
      let isWorthWhile = isStopped || (wish == .undecided && mayEnd(in: state))
      if isWorthWhile, let votes = votes(toward: wish, in: state) {
        moves.append(
          AttackMove(
            delay: isStopped ? nil : last, numbers: numbers(state), votes: votes,
            callsTally: isStopped && chances.mayCall))
      }
      if isStopped { return }
      chain.states.visitNext(state) { number, _ in
        if chain.reach[number] > 0 { isReached[number] = true }
      }
    }
    // Its votes for a decision are the same whatever has arrived; a proposal that has expired is
    // undecided.
    if wish != .undecided && (chances.mayCall || !chances.expires) {
      moves.append(
        AttackMove(
          delay: last, votes: .all(wish == .approved ? .approve : .reject),
          callsTally: chances.expires))
    }
    return moves.filter { !$0.isIdle }.joined
  }

  /// Whether the voting may end in a state by its tally at the deadline.
  private func mayEnd(in state: PoolStates.State) -> Bool {
    !chances.expires && chain.ends[state.number] > 0
  }

  /// How its voters bring a wish about in a state; nil if they cannot.
  private func votes(
    toward wish: AchievableEndings.Choice, in state: PoolStates.State
  ) -> AttackMove.Votes? {
    let votes = votes(state)
    return adversary.votes(toward: wish, facing: votes.approve, votes.reject)
  }

  private func numbers(_ state: PoolStates.State) -> [[ClosedRange<Int>]] {
    chain.states.classes.indices.map { place in
      let numbers = chain.states.numbers(state, place)
      return chain.states.classes[place].kinds.map {
        numbers.number(of: $0)...numbers.number(of: $0)
      }
    }
  }
}

extension Adversary {
  /// How its voters bring an outcome about if all these honest votes count; nil if they cannot.
  func votes(
    toward wish: AchievableEndings.Choice, facing approve: [Int], _ reject: [Int]
  ) -> AttackMove.Votes? {
    if wish == .undecided {
      return rejectionsToPreventDecision(facing: approve, reject).map { .heaviestReject($0) }
    }
    guard choice(facing: approve, reject).contains(wish) else { return nil }
    return .all(wish == .approved ? .approve : .reject)
  }
}

extension AttackMove {
  /// Whether it does nothing.
  var isIdle: Bool { votes == .heaviestReject(0) && !callsTally }
}
