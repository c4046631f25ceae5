import Consensus

/// What may have arrived of the votes of a pool of voters: a state of each of its classes.
///
/// States are numbered, so that more votes have a higher number.
struct PoolStates {
  /// The classes.
  let classes: [PoolClass]
  /// The number of states.
  let count: Int
  private let strides: [Int]

  /// The most states that are worth while.
  static let countMax = 4e6

  /// The states of some classes.
  init(_ classes: [PoolClass]) {
    self.classes = classes
    strides = classes.indices.map { place in
      classes[..<place].reduce(1) { $0 * $1.states.count }
    }
    count = classes.reduce(1) { $0 * $1.states.count }
  }

  /// Calls `body` for all states, from the fewest votes or from the most.
  func visit(fromMost isReversed: Bool = false, _ body: (State) -> Void) {
    var state = State(
      number: isReversed ? count - 1 : 0,
      parts: classes.map { isReversed ? $0.states.count - 1 : 0 }, total: 0)
    for _ in 0..<count {
      state.total = 0
      for place in classes.indices {
        state.total += classes[place].states[state.parts[place]].total
      }
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
    for place in classes.indices {
      let part = state.parts[place]
      for kind in classes[place].kinds.indices {
        let next = classes[place].next[kind][part]
        if next < 0 { continue }
        let number = classes[place].states[part].number(of: classes[place].kinds[kind])
        body(
          state.number + (next - part) * strides[place],
          Double(number + 1) / Double(state.total + 1))
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
