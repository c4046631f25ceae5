import Experiments
import Metrics

/// The work of a round.
extension Workers {
  /// The scores of each unit, in their order; nil if interrupted.
  func scores(
    of units: [TrialRounds.Unit], in rounds: TrialRounds
  ) async -> [[TrialScore]]? {
    let interruption = interruption
    return await each(units.count) { number in
      var trials = Trials(rounds.scenario(of: units[number].pair))
      return trials.scores(of: units[number].trials, interruption: interruption)
    }
  }

  /// The pairs with the scores of their units, and narrower limits; nil if interrupted.
  func narrowed(
    _ wanted: [TrialRounds.Wanted], _ units: [TrialRounds.Unit], _ scores: [[TrialScore]],
    in rounds: TrialRounds
  ) async -> [(pair: TrialRounds.Pair, trials: PairTrials)]? {
    // The units of a pair stand beside one another, in the order of pairs.
    var own: [TrialRounds.Pair: [[TrialScore]]] = [:]
    for (unit, scores) in zip(units, scores) { own[unit.pair, default: []].append(scores) }
    let scoresOfPairs = own
    let looked = wanted.filter { scoresOfPairs[$0.pair] != nil }
    return await each(looked.count) { number in
      let one = looked[number]
      return rounds.narrowed(one, by: scoresOfPairs[one.pair] ?? []).map { (one.pair, $0) }
    }
  }
}
