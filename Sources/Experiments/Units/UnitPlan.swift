import Agents
import Metrics
import Scenarios

/// How the trials of a scenario are divided into units; it depends only on the scenario.
package struct UnitPlan: Sendable {
  /// A block of trials of one cell: the smallest amount of work that is stored.
  package struct Unit: Sendable, Equatable {
    /// The number among all units, from 0.
    package let number: Int
    /// The index of the cell, from 0.
    package let cell: Int
    /// The numbers of its trials, from 1.
    package let trials: ClosedRange<Int>
    /// The number of detectors in each trial.
    package let detectorCount: Int
  }

  /// The approximate number of votes of a unit: some milliseconds, so that many threads have work
  /// and an interruption loses little.
  private static let votesPerUnit = 50_000
  /// The cost of a vote with detectors, in votes.
  private static let votesPerDetectedVote = 64
  /// The approximate largest number of units, so that the data on units stays small.
  private static let unitsMax = 4096

  private let detectorCount: Int
  /// The blocks of each cell.
  private let blocks: [TrialBlocks]
  private let scopes: [MetricScope]
  /// The number of the first unit of each cell and, at the end, of all units.
  private let starts: [Int]

  /// The units of all cells of a scenario.
  package init(_ file: ScenarioFile) {
    self.init(
      file,
      file.cells.map { cell in
        TrialBlocks(
          of: cell.scenario.trials, size: Self.blockSize(of: cell.scenario, cells: file.cells.count)
        )
      })
  }

  /// The units of a check of a scenario, of which it runs as many as it needs.
  ///
  /// - Parameter trialsMax: The largest number of trials of a cell; nil for the number in the
  ///   scenario.
  package init(checking file: ScenarioFile, trialsMax: Int?) {
    self.init(
      file, file.cells.map { TrialBlocks(growingTo: trialsMax ?? $0.scenario.trials) })
  }

  private init(_ file: ScenarioFile, _ blocks: [TrialBlocks]) {
    scopes = file.cells.map(\.scenario.metricScope)
    detectorCount = file.cells[0].scenario.detectors.count
    self.blocks = blocks
    starts = blocks.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  private static func blockSize(of cell: Scenario, cells: Int) -> Int {
    let boxes = cell.mode == .replicated ? cell.voterCount : 1
    let burden = cell.detectors.isEmpty ? 1 : votesPerDetectedVote
    let votesPerTrial = max(1, cell.voterCount * cell.workload.proposals * boxes * burden)
    let byWork = (votesPerUnit + votesPerTrial - 1) / votesPerTrial
    let blocksMax = max(1, unitsMax / cells)
    let byCount = (cell.trials + blocksMax - 1) / blocksMax
    return max(1, byWork, byCount)
  }

  /// The properties of a unit's cell on which its counts depend.
  package func scope(of unit: Unit) -> MetricScope { scopes[unit.cell] }

  /// The number of all units.
  package var count: Int { starts[starts.count - 1] }

  /// A unit by its number.
  ///
  /// - Complexity: O(log *c*) in the number of cells.
  package subscript(number: Int) -> Unit {
    precondition(number >= 0 && number < count, "the number of a unit is below the count")
    // The last cell that starts at or before the number.
    var low = 0
    var high = starts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    return Unit(
      number: number, cell: low, trials: blocks[low][number - starts[low]],
      detectorCount: detectorCount)
  }

  /// The numbers of the units of a cell.
  package func units(ofCell cell: Int) -> Range<Int> { starts[cell]..<starts[cell + 1] }
}
