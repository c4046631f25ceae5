import Scenarios

/// Runs trials of one cell on several threads, and gives the score of each in its order.
struct ScoreRunner: Sendable {
  private let scenario: Scenario
  private let threads: Int
  private let interruption: Interruption

  init(_ scenario: Scenario, threads: Int, interruption: Interruption) {
    self.scenario = scenario
    self.threads = threads
    self.interruption = interruption
  }

  /// The scores of trials; nil if interrupted on the way.
  func scores(of numbers: ClosedRange<Int>) async -> [TrialScore]? {
    let parts = min(threads, numbers.count)
    let size = (numbers.count + parts - 1) / parts
    return await withTaskGroup(of: (Int, [TrialScore]?).self) { group in
      for (part, first) in stride(from: numbers.lowerBound, through: numbers.upperBound, by: size)
        .enumerated()
      {
        let last = min(numbers.upperBound, first + size - 1)
        group.addTask {
          var trials = Trials(scenario)
          return (part, trials.scores(of: first...last, interruption: interruption))
        }
      }
      var scores: [[TrialScore]?] = Array(repeating: nil, count: parts)
      for await (part, found) in group { scores[part] = found }
      let whole = scores.compactMap { $0 }
      let isWhole = whole.map(\.count).reduce(0, +) == numbers.count
      return isWhole ? whole.flatMap { $0 } : nil
    }
  }
}
