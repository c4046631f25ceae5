import Metrics
import Scenarios
import Synchronization

/// Runs trials of one cell on several threads, and returns the score of each in order.
struct ScoreRunner: Sendable {
  private let scoreThreads: [ScoreThread]
  private let interruption: Interruption

  /// - Parameter timesDetection: Whether the number of proposals until detection is measured.
  init(
    _ scenario: Scenario, timesDetection: Bool, threads: Int, interruption: Interruption
  ) {
    scoreThreads = (0..<threads).map { _ in ScoreThread(scenario, timesDetection: timesDetection) }
    self.interruption = interruption
  }

  /// The scores of trials; nil if interrupted.
  func scores(of numbers: ClosedRange<Int>) async -> [TrialScore]? {
    let parts = min(scoreThreads.count, numbers.count)
    let size = (numbers.count + parts - 1) / parts
    return await withTaskGroup(of: (Int, [TrialScore]?).self) { group in
      let firsts = stride(from: numbers.lowerBound, through: numbers.upperBound, by: size)
      for (part, (first, thread)) in zip(firsts, scoreThreads).enumerated() {
        let last = min(numbers.upperBound, first + size - 1)
        group.addTask { (part, thread.scores(of: first...last, interruption: interruption)) }
      }
      var scores: [[TrialScore]?] = Array(repeating: nil, count: parts)
      for await (part, found) in group { scores[part] = found }
      let whole = scores.compactMap { $0 }
      let isWhole = whole.map(\.count).reduce(0, +) == numbers.count
      return isWhole ? whole.flatMap { $0 } : nil
    }
  }
}

/// The memory of one thread, made when first needed and kept between calls.
private final class ScoreThread: Sendable {
  private let scenario: Scenario
  private let timesDetection: Bool
  private let trials = Mutex<Trials?>(nil)

  init(_ scenario: Scenario, timesDetection: Bool) {
    self.scenario = scenario
    self.timesDetection = timesDetection
  }

  func scores(of numbers: ClosedRange<Int>, interruption: Interruption) -> [TrialScore]? {
    trials.withLock { trials in
      if trials == nil { trials = Trials(scenario, timesDetection: timesDetection) }
      return trials?.scores(of: numbers, interruption: interruption) ?? nil
    }
  }
}
