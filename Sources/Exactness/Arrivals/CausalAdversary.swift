import Consensus

/// The best adversary who knows the truth and the rules, and sees votes only once they have arrived.
///
/// It acts at the opening, after each arrival and at the last moment: it votes, calls the tally or
/// waits. It loses nothing by keeping its votes until it wants the tally, since they take no time and
/// then count with those that have arrived. So all that it decides is when to stop: as soon as its
/// votes can bring about what it wants, since nothing that may come later is surer. What waiting is
/// worth follows backwards from the end.
struct CausalAdversary {
  /// When the tally can come.
  struct Chances {
    /// Whether the adversary may call the tally at any time.
    let mayCall: Bool
    /// Whether a proposal without a tally has expired at the deadline.
    let expires: Bool
  }

  /// The votes of the honest as they arrive; each group of them is a class of its own.
  let chain: ArrivalChain
  let chances: Chances
  /// Who knows what its own votes can bring about with those that have arrived.
  let adversary: Adversary
  /// For each class of honest voters, the number of its weight.
  let weightOfClass: [Int]
  /// What its own votes can bring about in each state.
  let choices: [AchievableEndings.Choice]
  /// Whether the votes in a state bring a final tally about, whatever the adversary does.
  let isForced: [Bool]

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
      approve: adversary.votes.byWeight(weightOfClass) { chain.states.numbers(state, $0).approve },
      reject: adversary.votes.byWeight(weightOfClass) { chain.states.numbers(state, $0).reject }
    )
  }

  /// The best policy for a wish.
  func policy(toward wish: AchievableEndings.Choice) -> Policy {
    var values = Array(repeating: 0.0, count: chain.states.count)
    var stops = Array(repeating: false, count: chain.states.count)
    chain.states.visit(fromMost: true) { state in
      let number = state.number
      let isInReach = choices[number].contains(wish)
      stops[number] = isForced[number] || (chances.mayCall && isInReach)
      values[number] =
        stops[number]
        ? (isInReach ? chain.reach[number] : 0) : waiting(for: wish, in: state, values)
    }
    return Policy(values: values, stops: stops)
  }

  /// The probability that a wish comes true by a policy.
  func value(of policy: Policy) -> Double {
    // Rounding of the sum over all ends is in both.
    policy.values[0] / chain.reach[0]
  }

  /// What waiting in a state is worth, given the values of the states after it.
  @inline(__always)
  func waiting(
    for wish: AchievableEndings.Choice, in state: PoolStates.State, _ values: [Double]
  ) -> Double {
    let isInReach = choices[state.number].contains(wish)
    let isEndGood =
      chances.expires ? wish == .undecided || (chances.mayCall && isInReach) : isInReach
    var waiting = isEndGood ? chain.ends[state.number] : 0
    chain.states.visitNext(state) { number, share in waiting += values[number] * share }
    return waiting
  }
}

/// What an adversary can bring about in each state.
struct CausalChoices {
  let adversary: Adversary
  /// For each class of honest voters, the number of its weight.
  let weightOfClass: [Int]
  let choices: [AchievableEndings.Choice]
}

/// The states in which an adversary chooses, with the sums of their votes.
struct CausalTable {
  private let votes: AdversaryVotes
  private let table: AdversaryTable
  private let states: PoolStates
  private let weightOfClass: [Int]

  /// - Parameter weights: the weight of each class of voters.
  init(_ electorate: StochasticElectorate, _ states: PoolStates, _ weights: [Double]) {
    let votes = AdversaryVotes(electorate)
    weightOfClass = weights.map { votes.weights.firstIndex(of: $0) ?? 0 }
    var honest = votes.weights.map { _ in 0 }
    for (one, weight) in zip(states.classes, weightOfClass) { honest[weight] += one.voterCount }
    self.votes = votes
    self.states = states
    table = AdversaryTable(votes, honest: honest)
  }

  /// What the best adversary can bring about in each state under some rules, as it is possible and as
  /// it is certain.
  func choices(
    under rules: ActionRules
  ) -> (possible: CausalChoices, certain: CausalChoices?) {
    let adversaries = Adversary.both(under: rules, votes)
    func choices(_ adversary: Adversary) -> CausalChoices {
      CausalChoices(
        adversary: adversary, weightOfClass: weightOfClass,
        choices: table.choices(of: adversary, states, weightOfClass))
    }
    return (choices(adversaries.possible), adversaries.certain.map(choices))
  }
}

extension AdversaryTable {
  /// What an adversary can cause in each state.
  ///
  /// - Parameter weightOfClass: for each class of voters, the number of its weight.
  func choices(
    of adversary: Adversary, _ states: PoolStates, _ weightOfClass: [Int]
  ) -> [AchievableEndings.Choice] {
    let numbers = zip(states.classes, weightOfClass).map { one, weight in
      one.states.map { votes in
        (
          approve: number(of: votes.approve, weight: weight),
          reject: number(of: votes.reject, weight: weight)
        )
      }
    }
    // Where many states have the same votes of each weight, each choice is made once.
    let pairs = Double(count) * Double(count)
    var known: [AchievableEndings.Choice?] =
      pairs <= Double(states.count) ? Array(repeating: nil, count: count * count) : []
    var choices: [AchievableEndings.Choice] = []
    choices.reserveCapacity(states.count)
    states.visit { state in
      var (approve, reject) = (0, 0)
      for (place, part) in state.parts.enumerated() {
        approve += numbers[place][part].approve
        reject += numbers[place][part].reject
      }
      if known.isEmpty {
        choices.append(choice(of: adversary, approve: approve, reject: reject))
        return
      }
      let pair = approve * count + reject
      let choice = known[pair] ?? choice(of: adversary, approve: approve, reject: reject)
      known[pair] = choice
      choices.append(choice)
    }
    return choices
  }
}
