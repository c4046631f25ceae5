import Agents
import Consensus
import Metrics
import Scenarios

/// Runs trials of one cell, one after another, and counts what comes of them.
///
/// Each thread has one of its own and keeps it, so that after the first trials nothing is allocated.
public struct Trials: ~Copyable {
  private var world: World
  private var scorer: Scorer
  private let blocWatch: DetectorEvaluation?

  /// The trials of a cell.
  ///
  /// - Parameters:
  ///   - timesDetection: Whether it matters after how many proposals detectors find the blocs;
  ///     without, they are several times faster.
  ///   - timer: takes the time of the detectors.
  public init(
    _ scenario: Scenario, timesDetection: Bool = true, timer: DetectionTimer = .none
  ) {
    world = World(scenario)
    scorer = Scorer(scenario)
    blocWatch = DetectorEvaluation(scenario, timesDetection: timesDetection, timer: timer)
  }

  /// Runs the trials of the given numbers, counted from 1.
  public mutating func run(_ numbers: ClosedRange<Int>) -> CellCounts {
    guard let counts = run(numbers, interruption: Interruption()) else {
      preconditionFailure("only the caller can raise this interruption")
    }
    return counts
  }

  /// Runs the trials of the given numbers; nil if interrupted on the way.
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

  /// What came of each of the trials of the given numbers; nil if interrupted on the way.
  public mutating func scores(
    of numbers: ClosedRange<Int>, interruption: Interruption = Interruption()
  ) -> [TrialScore]? {
    var scores: [TrialScore] = []
    for number in numbers {
      guard run(number, interruption: interruption) else { return nil }
      scores.append(scorer.score)
    }
    return scores
  }

  /// The first of the trials up to a number that comes to something; nil if none does, or if
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

  /// The first proposal of a trial, from 1, that by itself comes to something; nil if none does.
  mutating func firstProposal(of trial: Int, where matches: (TrialScore) -> Bool) -> Int? {
    world.run(trial: trial)
    let index = world.facts.indices.first { matches(scorer.score(of: $0, in: world)) }
    return index.map { $0 + 1 }
  }

  /// Runs one trial; says whether it came to its end.
  private mutating func run(_ number: Int, interruption: Interruption) -> Bool {
    world.begin(trial: number)
    repeat {
      if interruption.isRaised { return false }
    } while world.advance(events: Self.eventsBetweenLooks)
    scorer.look(at: world)
    guard let blocWatch else { return true }
    let blocs = blocWatch.look(at: VoteMatrix(seenIn: world), interruption: interruption)
    if let blocs { scorer.note(blocs) }
    return blocs != nil
  }

  /// After so many events it is looked whether to stop: they take some milliseconds.
  private static let eventsBetweenLooks = 1 << 14
}
