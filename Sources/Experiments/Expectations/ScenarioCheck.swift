import Scenarios

/// Decides the expectations of a scenario, cell by cell.
public struct ScenarioCheck: Sendable {
  /// What happens while the expectations are decided.
  public enum Event: Sendable {
    /// So many trials of a cell have been looked at.
    case progress(Progress)
    /// The verdicts on each cell, in the order of its expectations; nil for those that were not
    /// reached before an interruption. This is the last event.
    case decided([[Verdict?]])
  }

  /// How far it has come.
  public struct Progress: Sendable, Equatable {
    /// The number of the cell, from 1.
    public let cell: Int
    /// How many of its trials have been looked at.
    public let trials: Int
    /// How many there may be at most.
    public let trialsMax: Int
  }

  private let file: ScenarioFile
  private let trialsMax: Int?

  /// The check of a scenario.
  ///
  /// - Parameter trialsMax: After how many trials of a cell at most a verdict is given; nil for as
  ///   many as the scenario has.
  public init(_ file: ScenarioFile, trialsMax: Int? = nil) {
    self.file = file
    self.trialsMax = trialsMax
  }

  /// Decides the expectations, until all are or an interruption is raised.
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
