import Experiments
import Metrics

/// Runs the trials of a round on several threads.
struct TrialRunner {
  let threads: Int
  let interruption: Interruption

  /// The scores of each unit, in their order; nil if interrupted.
  func scores(
    of units: [TrialRounds.Unit], in rounds: TrialRounds
  ) async -> [[TrialScore]]? {
    let turns = Turns(units.count)
    let interruption = interruption
    return await withTaskGroup(of: [(unit: Int, scores: [TrialScore])].self) { group in
      for _ in 0..<min(threads, units.count) {
        group.addTask {
          var found: [(Int, [TrialScore])] = []
          while !interruption.isRaised, let turn = turns.take() {
            var trials = Trials(rounds.scenario(of: units[turn].pair))
            guard
              let scores = trials.scores(of: units[turn].trials, interruption: interruption)
            else { break }
            found.append((turn, scores))
          }
          return found
        }
      }
      var scores: [[TrialScore]?] = Array(repeating: nil, count: units.count)
      for await found in group {
        for (unit, own) in found { scores[unit] = own }
      }
      let whole = scores.compactMap(\.self)
      return whole.count == units.count ? whole : nil
    }
  }
}
