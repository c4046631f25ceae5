import Agents
import Scenarios

/// Runs trials of one cell, one after another, and counts what comes of them.
///
/// Each thread has one of its own and keeps it, so that after the first trials nothing is allocated.
public struct Trials: ~Copyable {
  private var world: World
  private var scorer: Scorer

  /// The trials of a cell.
  public init(_ scenario: Scenario) {
    world = World(scenario)
    scorer = Scorer(scenario)
  }

  /// Runs the trials of the given numbers, counted from 1.
  public mutating func run(_ numbers: ClosedRange<Int>) -> CellCounts {
    guard let counts = run(numbers, interruption: Interruption()) else {
      preconditionFailure("nobody can raise this interruption")
    }
    return counts
  }

  /// Runs the trials of the given numbers; nil if interrupted on the way.
  public mutating func run(
    _ numbers: ClosedRange<Int>, interruption: Interruption
  ) -> CellCounts? {
    var counts = CellCounts()
    for number in numbers {
      world.begin(trial: number)
      repeat {
        if interruption.isRaised { return nil }
      } while world.advance(events: Self.eventsBetweenLooks)
      scorer.add(world, to: &counts)
    }
    return counts
  }

  /// After so many events it is looked whether to stop: they take some milliseconds.
  private static let eventsBetweenLooks = 1 << 14
}
