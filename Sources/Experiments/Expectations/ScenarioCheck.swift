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
      var verdicts: [CellVerdicts] = []
      for cell in file.cells {
        if interruption.isRaised {
          verdicts.append(CellVerdicts(cell.scenario.expectations.map { _ in nil }))
          continue
        }
        let start = elapsed()
        let most = trialsMax ?? cell.scenario.trials
        let check = ExpectationCheck(cell, trialsMax: most)
        let ofCell = await check.verdicts(threads: threads, interruption: interruption) { trials in
          tell(.progress(Progress(cell: cell.number, trials: trials, trialsMax: most)))
        }
        verdicts.append(CellVerdicts(ofCell, in: elapsed() - start))
      }
      return .decided(verdicts)
    }
  }
}
