import Consensus

/// The votes of a pool of voters as they arrive one by one, in an order that depends on chance alone.
///
/// All delays have the same distribution and do not depend on the votes. So each order of the voters
/// is as likely as any other, whatever the distribution, and each order of the votes, once their
/// numbers at the end are known. The chance that the first *k* arrivals are a state *s*, in any
/// order, is therefore
///
///     reach(s) = end(s) + Σ reach(s + v) · (number of v in s + v) ÷ (k + 1)
///
/// over the next votes *v*: either *s* is all that arrives, or one more vote does, and each of its
/// k + 1 votes is as likely the last of them. That gives the chance of each next vote. Everything is
/// a sum of products without subtractions, so a small chance is as precise as a large one.
struct ArrivalChain {
  /// The states.
  let states: PoolStates
  /// The probability that no more votes arrive than those of a state.
  let ends: [Double]
  /// The probability that the first votes to arrive are those of a state.
  let reach: [Double]

  /// The chain to ends with these probabilities, one for each state.
  init(_ states: PoolStates, ends: [Double]) {
    var reach = ends
    states.visit(fromMost: true) { state in
      states.visitNext(state) { number, share in
        reach[state.number] += reach[number] * share
      }
    }
    self.states = states
    self.ends = ends
    self.reach = reach
  }

  /// Goes through all arrivals until one stops them.
  ///
  /// - Parameters:
  ///   - stops: whether a state with at least one vote stops the arrivals; called with the
  ///     probability of getting there.
  ///   - end: called where they end without a stop, with the probability.
  func walk(stops: (PoolStates.State, Double) -> Bool, end: (PoolStates.State, Double) -> Void) {
    var visits = Array(repeating: 0.0, count: states.count)
    visits[0] = 1
    states.visit { state in
      let chance = visits[state.number]
      if chance == 0 || (state.total > 0 && stops(state, chance)) { return }
      let share = chance / reach[state.number]
      if ends[state.number] > 0 { end(state, share * ends[state.number]) }
      states.visitNext(state) { number, part in
        visits[number] += share * (reach[number] * part)
      }
    }
  }
}
