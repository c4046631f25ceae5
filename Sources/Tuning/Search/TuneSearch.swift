import Experiments

/// The searches of a scenario, which go on together, round by round.
///
/// The units of a round depend on what came of the rounds before it alone, not on who worked them
/// out.
package struct TuneSearch: Sendable {
  /// A unit of the round.
  package struct Unit: Equatable, Sendable {
    /// The place of the plan.
    let cell: Int
    let work: TuneUnit
  }

  /// The number of the round whose units are next, from 1.
  package private(set) var round = 1
  /// The units of the round; none once the search is over.
  package private(set) var units: [Unit]
  /// How far it is at the start of the round.
  package private(set) var progress = TuneProgress()
  private var cells: [CellSearch]

  /// A search by some plans that was not begun.
  package init(_ plans: [TunePlan]) {
    cells = plans.map(CellSearch.init)
    units = []
    units = unitsOfCells
    progress.pairs = plans.reduce(0) { $0 + $1.pairCount }
    progress.trialsMax = plans.reduce(0) { $0 + $1.trialsMax }
  }

  /// Whether there is nothing left to work out.
  package var isOver: Bool { units.isEmpty }

  /// What comes of a unit of the round, by its number; nil if interrupted.
  package func outcome(ofUnit number: Int, interruption: Interruption) -> TuneOutcome? {
    let unit = units[number]
    return cells[unit.cell].outcome(of: unit.work, interruption: interruption)
  }

  /// Takes what came of the units of the round, in their order; false if interrupted.
  package mutating func finishRound(_ outcomes: [TuneOutcome], _ workers: Workers) async -> Bool {
    precondition(outcomes.count == units.count, "a round is over when all of its units are")
    var rest = outcomes[...]
    for place in cells.indices {
      let count = cells[place].units.count
      // A search that is over has no units, and is left as it is.
      if count == 0 { continue }
      guard await cells[place].finishRound(Array(rest.prefix(count)), workers) else { return false }
      rest = rest.dropFirst(count)
    }
    for outcome in outcomes { progress.add(outcome) }
    round += 1
    progress.round = round
    progress.undecided = studies.reduce(0) { $0 + $1.undecidedCount }
    units = unitsOfCells
    progress.isOver = isOver
    return true
  }

  /// What was found by each plan, once the search is over.
  package var studies: [TuneStudy] { cells.compactMap(\.study) }

  /// What is searched.
  var plans: [TunePlan] { cells.map(\.plan) }

  /// How many metrics of a pair are measured.
  func measuredCount(of pair: TrialRounds.Pair, inCell cell: Int) -> Int {
    cells[cell].study?.rounds.pairs[pair]?.metrics.count ?? 0
  }

  private var unitsOfCells: [Unit] {
    cells.enumerated().flatMap { place, cell in
      cell.units.map { Unit(cell: place, work: $0) }
    }
  }
}
