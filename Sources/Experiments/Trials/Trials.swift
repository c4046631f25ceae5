import Agents
import Consensus
import Metrics
import Scenarios

/// Runs trials of one cell, one after another, and counts their results.
///
/// Each thread keeps its own, so after the first trials nothing is allocated.
public struct Trials: ~Copyable {
  private var world: World
  private var scorer: Scorer
  private let detectorEvaluation: DetectorEvaluation?

  /// The trials of a cell.
  public init(_ scenario: Scenario) {
    self.init(scenario, timesDetection: true)
  }

  /// The trials of a cell.
  ///
  /// - Parameters:
  ///   - timesDetection: Whether the number of proposals until detection is measured; without this,
  ///     detectors are several times faster.
  ///   - timer: measures the time of the detectors.
  package init(
    _ scenario: Scenario, timesDetection: Bool, timer: DetectionTimer = .none
  ) {
    world = World(scenario)
    scorer = Scorer(scenario)
    detectorEvaluation = DetectorEvaluation(scenario, timesDetection: timesDetection, timer: timer)
  }

  /// Runs the trials with these numbers, counted from 1.
  public mutating func run(_ numbers: ClosedRange<Int>) -> CellCounts {
    guard let counts = run(numbers, interruption: Interruption()) else {
      preconditionFailure("only the caller can raise this interruption")
    }
    return counts
  }

  /// Runs the trials with these numbers; nil if interrupted.
  public mutating func run(
    _ numbers: ClosedRange<Int>, interruption: Interruption
  ) -> CellCounts? {
    var counter = CellCounter()
    for number in numbers {
      guard run(number, interruption: interruption) else { return nil }
      scorer.count(into: &counter)
    }
    return counter.total()
  }

  /// The counts of each trial with these numbers; nil if interrupted.
  package mutating func scores(
    of numbers: ClosedRange<Int>, interruption: Interruption = Interruption()
  ) -> [TrialScore]? {
    var scores: [TrialScore] = []
    for number in numbers {
      guard run(number, interruption: interruption) else { return nil }
      scores.append(scorer.score)
    }
    return scores
  }

  /// The first trial, up to a number, that satisfies a condition; nil if there is none, or if
  /// interrupted before.
  mutating func first(
    upTo last: Int, interruption: Interruption, where matches: (TrialScore) -> Bool
  ) -> Int? {
    for number in 1...last {
      guard run(number, interruption: interruption) else { return nil }
      if matches(scorer.score) { return number }
    }
    return nil
  }

  /// The first proposal of a trial, from 1, that satisfies a condition by itself; nil if there is
  /// none.
  mutating func firstProposal(of trial: Int, where matches: (TrialScore) -> Bool) -> Int? {
    world.run(trial: trial)
    let index = world.facts.indices.first { matches(scorer.score(of: $0, in: world)) }
    return index.map { $0 + 1 }
  }

  /// Runs one trial; returns whether it was completed.
  private mutating func run(_ number: Int, interruption: Interruption) -> Bool {
    world.begin(trial: number)
    repeat {
      if interruption.isRaised { return false }
    } while world.advance(events: Self.eventsBetweenLooks)
    scorer.look(at: world)
    guard let detectorEvaluation else { return true }
    let blocs = detectorEvaluation.look(at: VoteMatrix(seenIn: world), interruption: interruption)
    if let blocs { scorer.note(blocs) }
    return blocs != nil
  }

  /// The number of events between checks for an interruption: some milliseconds.
  private static let eventsBetweenLooks = 1 << 14
}
