/// When the strategies of a scenario call the tally.
enum CallingHabit {
  case never
  case atTheOpening
  /// As soon as it would give the wrong decision.
  case whenWrong
}

extension Double {
  /// Whether it is more than another number by more than rounding explains, so that of mistakes which
  /// cost the same the first is named.
  func isClearlyMore(than other: Double) -> Bool { self > other * (1 + 1e-9) }
}

extension CausalAdversary {
  /// A state in which the best policy would call the tally and a habit does not, or the reverse.
  struct Mistake {
    let state: PoolStates.State
    /// Whether it should have called.
    let shouldCall: Bool
    /// How much less likely the wish comes true because of it.
    let loss: Double
  }

  /// How much less likely a wish comes true by all mistakes of a habit, and the worst of them.
  ///
  /// - Parameters:
  ///   - wish: what the adversary wants.
  ///   - wrong: the wrong decision.
  ///   - best: the best policy for the wish.
  func mistakes(
    of habit: CallingHabit, toward wish: AchievableEndings.Choice,
    wrong: AchievableEndings.Choice, missing best: Policy
  ) -> (loss: Double, worst: Mistake?) {
    var visits = Array(repeating: 0.0, count: chain.states.count)
    visits[0] = 1
    var worst: Mistake?
    var lossOfAll = 0.0
    chain.states.visit { state in
      let visit = visits[state.number]
      if visit == 0 || isForced[state.number] { return }
      let now = choices[state.number]
      let calls =
        switch habit {
        case .never: false
        case .atTheOpening: state.total == 0
        case .whenWrong: now.contains(wrong)
        }
      let share = visit / chain.reach[state.number]
      let value =
        calls
        ? (now.contains(wish) ? chain.reach[state.number] : 0)
        : waiting(for: wish, in: state, best.values)
      let loss = share * (best.values[state.number] - value)
      if loss > 0 {
        lossOfAll += loss
        if loss.isClearlyMore(than: worst?.loss ?? 0) {
          worst = Mistake(state: state, shouldCall: !calls, loss: loss)
        }
      }
      if calls { return }
      chain.states.visitNext(state) { number, part in
        visits[number] += share * (chain.reach[number] * part)
      }
    }
    return (lossOfAll, worst)
  }
}
