import Consensus

/// The best adversary who knows the truth and the rules, and sees votes only once they have arrived.
///
/// It acts at the opening, after each arrival and at the last moment: it votes, calls the tally or
/// waits. It loses nothing by keeping its votes until it wants the tally, since they take no time and
/// then count with those that have arrived. So all that it decides is when to stop, and the best
/// moment follows backwards from the end: stop where what its votes can bring about now is worth more
/// than what the next arrival promises.
struct CausalAdversary {
  /// When the tally can come.
  struct Chances {
    /// Whether the adversary may call the tally at any time.
    let mayCall: Bool
    /// Whether a proposal without a tally has expired at the deadline.
    let expires: Bool
  }

  /// The outcomes that it may want.
  static let wishes: [AchievableEndings.Choice] = [.approved, .rejected, .undecided]

  /// The votes of the honest as they arrive; each group of them is a class of its own.
  let chain: ArrivalChain
  let chances: Chances
  /// Who knows what its own votes can bring about with those that have arrived.
  let adversary: Adversary
  /// For each class of honest voters, the number of its weight.
  let weightOfClass: [Int]
  /// Whether the coordinator tallies after the votes of a state, with a final outcome.
  let isTallied: (PoolStates.State) -> Bool

  /// A policy for one wish.
  struct Policy {
    /// For each state, the probability of getting there in any order, multiplied by that of the wish
    /// from there.
    var values: [Double]
    /// Whether the adversary stops in a state.
    var stops: [Bool]
  }

  /// The votes in a state, by their weights.
  func votes(_ state: PoolStates.State) -> (approve: [Int], reject: [Int]) {
    (
      approve: adversary.byWeight(weightOfClass) { chain.states.numbers(state, $0).approve },
      reject: adversary.byWeight(weightOfClass) { chain.states.numbers(state, $0).reject }
    )
  }

  /// What its own votes can bring about in a state.
  func choice(_ state: PoolStates.State) -> AchievableEndings.Choice {
    let votes = votes(state)
    return adversary.choice(facing: votes.approve, votes.reject)
  }

  /// The best policy for each wish.
  func policies() -> [Policy] {
    let count = chain.states.count
    let nothing = Policy(
      values: Array(repeating: 0, count: count), stops: Array(repeating: false, count: count))
    var policies = Self.wishes.map { _ in nothing }
    chain.states.visit(fromMost: true) { state in
      let now = choice(state)
      let isForced = isForced(in: state)
      for (place, wish) in Self.wishes.enumerated() {
        let stopping = now.contains(wish) ? chain.reach[state.number] : 0
        let waiting = waiting(for: wish, in: state, now, policies[place].values)
        let stops = isForced || (chances.mayCall && stopping > waiting)
        policies[place].values[state.number] = stops ? stopping : waiting
        policies[place].stops[state.number] = stops
      }
    }
    return policies
  }

  /// The probability that a wish comes true by a policy.
  func value(of policy: Policy) -> Double {
    // Rounding of the sum over all ends is in both.
    policy.values[0] / chain.reach[0]
  }

  /// Whether the votes in a state bring a final tally about, whatever the adversary does.
  func isForced(in state: PoolStates.State) -> Bool { state.total > 0 && isTallied(state) }

  /// What waiting in a state is worth, given the values of the states after it.
  ///
  /// - Parameter now: what its votes can bring about in the state.
  func waiting(
    for wish: AchievableEndings.Choice, in state: PoolStates.State,
    _ now: AchievableEndings.Choice, _ values: [Double]
  ) -> Double {
    let isEndGood =
      chances.expires
      ? wish == .undecided || (chances.mayCall && now.contains(wish)) : now.contains(wish)
    var waiting = isEndGood ? chain.ends[state.number] : 0
    chain.states.visitNext(state) { number, share in waiting += values[number] * share }
    return waiting
  }
}
