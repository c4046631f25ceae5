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
    var counts = CellCounts()
    for number in numbers { run(number, into: &counts) }
    return counts
  }

  /// Runs the trials of the given numbers; nil if interrupted on the way.
  mutating func run(_ numbers: ClosedRange<Int>, interruption: Interruption) -> CellCounts? {
    var counts = CellCounts()
    for number in numbers {
      if interruption.isRaised { return nil }
      run(number, into: &counts)
    }
    return counts
  }

  private mutating func run(_ number: Int, into counts: inout CellCounts) {
    world.run(trial: number)
    scorer.add(world, to: &counts)
  }
}
