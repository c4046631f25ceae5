import Scenarios

/// Decides the expectations of a scenario, cell by cell.
public struct ScenarioCheck: Sendable {
  /// An event while the expectations are decided.
  public enum Event: Sendable {
    /// The progress in the trials of a cell.
    case progress(Progress)
    /// The last event: the verdicts on each cell, in the order of its expectations; nil for those
    /// not reached before an interruption.
    case decided([[Verdict?]])
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
  public func run(
    threads: Int, interruption: Interruption = Interruption()
  ) -> AsyncStream<Event> {
    .events(interruption: interruption) { interruption, tell in
      var verdicts: [[Verdict?]] = []
      for cell in file.cells {
        if interruption.isRaised {
          verdicts.append(cell.scenario.expectations.map { _ in nil })
          continue
        }
        let most = trialsMax ?? cell.scenario.trials
        let check = ExpectationCheck(cell, trialsMax: most)
        verdicts.append(
          await check.verdicts(threads: threads, interruption: interruption) { trials in
            tell(.progress(Progress(cell: cell.number, trials: trials, trialsMax: most)))
          })
      }
      return .decided(verdicts)
    }
  }
}
