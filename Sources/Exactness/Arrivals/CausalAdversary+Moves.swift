/// What an adversary does with the votes that have arrived to make a wish come true.
struct CausalMove {
  /// When it does it.
  enum Moment {
    /// As soon as the votes are so.
    case arrival
    /// At the last moment.
    case end
  }

  /// When it does it.
  let moment: Moment
  /// For each class of honest voters and each kind of its votes, how many have arrived.
  let numbers: [[ClosedRange<Int>]]
  /// How many of its heaviest votes are rejections, if it wants no decision.
  let rejections: Int
}

extension CausalAdversary {
  /// The moves of the best policy for a wish, in states that it comes to.
  ///
  /// At the end it needs moves only if it wants no decision: for any other wish it votes then
  /// whatever has arrived.
  func moves(toward wish: AchievableEndings.Choice) -> [CausalMove] {
    guard let place = Self.wishes.firstIndex(of: wish) else { return [] }
    let stops = policies()[place].stops
    var isReached = Array(repeating: false, count: chain.states.count)
    isReached[0] = true
    var found: [CausalMove] = []
    func note(_ moment: CausalMove.Moment, _ state: PoolStates.State) {
      let votes = votes(state)
      let rejections =
        wish == .undecided
        ? adversary.rejectionsToPreventDecision(facing: votes.approve, votes.reject) : 0
      guard let rejections, moment == .arrival || rejections > 0 else { return }
      found.append(
        CausalMove(moment: moment, numbers: numbers(state), rejections: rejections))
    }
    chain.states.visit { state in
      guard isReached[state.number] else { return }
      if stops[state.number] {
        if choice(state).contains(wish) { note(.arrival, state) }
        return
      }
      if wish == .undecided && !chances.expires && chain.ends[state.number] > 0 {
        note(.end, state)
      }
      chain.states.visitNext(state) { number, _ in
        if chain.reach[number] > 0 { isReached[number] = true }
      }
    }
    return joined(found)
  }

  private func numbers(_ state: PoolStates.State) -> [[ClosedRange<Int>]] {
    zip(chain.states.classes, state.parts).map { voters, part in
      voters.kinds.map { kind in
        let number = voters.states[part].number(of: kind)
        return number...number
      }
    }
  }

  /// The same moves, with neighbouring states in one.
  private func joined(_ moves: [CausalMove]) -> [CausalMove] {
    var joined = moves
    for (place, voters) in chain.states.classes.enumerated() {
      for kind in voters.kinds.indices {
        // Moves that differ in nothing else stand next to one another.
        let sorted = joined.map { (key: $0.key(last: place, kind), move: $0) }
          .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.move)
        joined = []
        for move in sorted {
          if let last = joined.last, let both = last.joined(with: move, in: place, kind) {
            joined[joined.count - 1] = both
          } else {
            joined.append(move)
          }
        }
      }
    }
    return joined
  }
}

extension CausalMove {
  /// What tells moves apart, with one range at the end.
  fileprivate func key(last place: Int, _ kind: Int) -> [Int] {
    var key = [moment == .arrival ? 0 : 1, rejections]
    for (other, ranges) in numbers.enumerated() {
      for (number, range) in ranges.enumerated() where (other, number) != (place, kind) {
        key += [range.lowerBound, range.upperBound]
      }
    }
    return key + [numbers[place][kind].lowerBound]
  }

  /// One move for both, if one follows on the other in a range and nothing else differs.
  fileprivate func joined(with next: CausalMove, in place: Int, _ kind: Int) -> CausalMove? {
    let (range, following) = (numbers[place][kind], next.numbers[place][kind])
    guard range.upperBound + 1 == following.lowerBound,
      key(last: place, kind).dropLast() == next.key(last: place, kind).dropLast()
    else { return nil }
    var joined = numbers
    joined[place][kind] = range.lowerBound...following.upperBound
    return CausalMove(moment: moment, numbers: joined, rejections: rejections)
  }
}
