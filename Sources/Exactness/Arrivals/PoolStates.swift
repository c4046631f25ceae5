import Consensus

/// What may have arrived of the votes of a pool of voters: a state of each of its classes.
///
/// States are numbered, so that more votes have a higher number.
struct PoolStates {
  /// The classes.
  let classes: [PoolClass]
  /// The number of states.
  let count: Int
  /// For each state of each class, the number of its votes.
  private let totals: [Int]
  private let firstTotals: [Int]
  /// For each state of each class, the steps to the next vote of each kind.
  private let steps: [Step]
  private let firstSteps: [Int]
  private let kindCounts: [Int]

  /// A step to the state with one more vote.
  private struct Step {
    /// How far away it is; 0 if no voter is left.
    let distance: Int
    /// The number of its votes of this kind.
    let votes: Double
  }

  /// The most states that are worth while.
  static let countMax = 4e6

  /// The states of some classes.
  init(_ classes: [PoolClass]) {
    self.classes = classes
    var (totals, firstTotals, steps, firstSteps) = ([Int](), [Int](), [Step](), [Int]())
    var stride = 1
    for one in classes {
      firstTotals.append(totals.count)
      firstSteps.append(steps.count)
      for (part, numbers) in one.states.enumerated() {
        totals.append(numbers.total)
        for (kind, next) in zip(one.kinds, one.next) {
          steps.append(
            Step(
              distance: next[part] < 0 ? 0 : (next[part] - part) * stride,
              votes: Double(numbers.number(of: kind) + 1)))
        }
      }
      stride *= one.states.count
    }
    (self.totals, self.firstTotals) = (totals, firstTotals)
    (self.steps, self.firstSteps) = (steps, firstSteps)
    kindCounts = classes.map(\.kinds.count)
    count = stride
  }

  /// Calls `body` for all states, from the fewest votes or from the most.
  @inline(__always)
  func visit(fromMost isReversed: Bool = false, _ body: (State) -> Void) {
    var state = State(
      number: isReversed ? count - 1 : 0,
      parts: classes.map { isReversed ? $0.states.count - 1 : 0 }, total: 0)
    for _ in 0..<count {
      state.total = 0
      for (first, part) in zip(firstTotals, state.parts) { state.total += totals[first + part] }
      body(state)
      if isReversed { stepBack(&state) } else { step(&state) }
    }
  }

  /// A state with its parts.
  struct State {
    /// The number of the state.
    var number: Int
    /// The number of the state of each class.
    var parts: [Int]
    /// The number of votes.
    var total: Int
  }

  private func step(_ state: inout State) {
    state.number += 1
    for place in classes.indices {
      state.parts[place] += 1
      if state.parts[place] < classes[place].states.count { return }
      state.parts[place] = 0
    }
  }

  private func stepBack(_ state: inout State) {
    state.number -= 1
    for place in classes.indices {
      state.parts[place] -= 1
      if state.parts[place] >= 0 { return }
      state.parts[place] = classes[place].states.count - 1
    }
  }

  /// Calls `body` for each vote that may be the next: with the number of the state after it, and the
  /// share of the orders of that state's votes in which it is the last.
  @inline(__always)
  func visitNext(_ state: State, _ body: (_ number: Int, _ share: Double) -> Void) {
    let total = Double(state.total + 1)
    for place in kindCounts.indices {
      let first = firstSteps[place] + state.parts[place] * kindCounts[place]
      for step in first..<first + kindCounts[place] where steps[step].distance > 0 {
        body(state.number + steps[step].distance, steps[step].votes / total)
      }
    }
  }

  /// The numbers of votes of a class in a state.
  func numbers(_ state: State, _ place: Int) -> PoolClass.VoteNumbers {
    classes[place].states[state.parts[place]]
  }

  /// The votes of a state.
  func sum(_ state: State) -> VoteSum {
    var sum = VoteSum()
    for place in classes.indices {
      let numbers = numbers(state, place)
      let units = classes[place].units
      if numbers.approve > 0 { sum.add(.approve, units: units, times: numbers.approve) }
      if numbers.reject > 0 { sum.add(.reject, units: units, times: numbers.reject) }
      if numbers.abstain > 0 { sum.add(.abstain, units: units, times: numbers.abstain) }
    }
    return sum
  }

  /// The probability of each state at the end, from those of each class.
  func joined(_ tables: [[Double]]) -> [Double] {
    var joined = [1.0]
    for table in tables {
      joined = table.flatMap { chance in joined.map { $0 * chance } }
    }
    return joined
  }
}
