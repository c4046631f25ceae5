import Scenarios

/// Decides the expectations of a scenario, cell by cell.
public struct ScenarioCheck: Sendable {
  /// An event while the expectations are decided.
  public enum Event: Sendable {
    /// The progress in the trials of a cell.
    case progress(Progress)
    /// The last event: the verdicts on each cell.
    case decided([CellVerdicts])
  }

  /// The verdicts on a cell.
  public struct CellVerdicts: Sendable {
    /// The verdicts in the order of the expectations; nil for those not reached before an
    /// interruption.
    public let verdicts: [Verdict?]
    /// How long it took to reach them, by the clock of the caller.
    public let duration: Duration

    /// Some verdicts and the time they took.
    public init(_ verdicts: [Verdict?], in duration: Duration = .zero) {
      self.verdicts = verdicts
      self.duration = duration
    }
  }

  /// The progress in a cell.
  public struct Progress: Sendable, Equatable {
    /// The number of the cell, from 1.
    public let cell: Int
    /// The number of its trials so far.
    public let trials: Int
    /// The largest number of its trials.
    public let trialsMax: Int
  }

  private let file: ScenarioFile
  private let trialsMax: Int?

  /// The check of a scenario.
  ///
  /// - Parameter trialsMax: The largest number of trials of a cell; nil for the number in the
  ///   scenario.
  public init(_ file: ScenarioFile, trialsMax: Int? = nil) {
    self.file = file
    self.trialsMax = trialsMax
  }

  /// Decides the expectations, until all are decided or it is interrupted.
  ///
  /// - Parameter elapsed: Says how much time has passed since some moment. No verdict depends on it.
  public func run(
    threads: Int, interruption: Interruption = Interruption(),
    elapsed: @escaping @Sendable () -> Duration = { .zero }
  ) -> AsyncStream<Event> {
    .events(interruption: interruption) { interruption, tell in
      let verdicts = await decide(threads: threads, interruption: interruption, elapsed: elapsed) {
        tell(.progress($0))
      }
      return .decided(verdicts)
    }
  }

  /// Decides the expectations, as above, and returns the verdicts on each cell.
  ///
  /// - Parameters:
  ///   - store: Keeps the outcomes of units. What it has is not run again.
  ///   - report: is called with the progress after each unit.
  package func decide(
    threads: Int, interruption: Interruption, elapsed: () -> Duration = { .zero },
    store: UnitStore = .none, report: (Progress) -> Void
  ) async -> [CellVerdicts] {
    let plan = UnitPlan(checking: file, trialsMax: trialsMax)
    var verdicts: [CellVerdicts] = []
    for (index, cell) in file.cells.enumerated() {
      if interruption.isRaised {
        verdicts.append(CellVerdicts(cell.scenario.expectations.map { _ in nil }))
        continue
      }
      let start = elapsed()
      let most = trialsMax ?? cell.scenario.trials
      let check = ExpectationCheck(cell, trialsMax: most)
      let ofCell = await check.verdicts(
        threads: threads, interruption: interruption, store: store, units: plan.units(ofCell: index)
      ) { trials in
        report(Progress(cell: cell.number, trials: trials, trialsMax: most))
      }
      verdicts.append(CellVerdicts(ofCell, in: elapsed() - start))
    }
    return verdicts
  }
}
