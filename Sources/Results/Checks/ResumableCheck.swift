import Experiments
import Files
import Scenarios
import Synchronization

/// A check of a scenario that can be interrupted in any way and continued by another check.
///
/// Its finished units are kept in a journal until the last verdict is known. What is kept decides
/// nothing: the verdicts are those of a check without interruption.
public final class ResumableCheck: Sendable {
  /// Where unfinished work is kept.
  public enum Place: Sendable {
    /// Nowhere.
    case nowhere
    /// In a folder that must be there or must be possible to create, which is tried at once.
    case folder(String)
    /// In a folder that is created once there is work of some time to keep. If anything is wrong
    /// with it, the check goes on without it.
    case folderIfPossible(String)
  }

  /// An event while the expectations are decided.
  public enum Event: Sendable {
    /// The progress in the trials of a cell.
    case progress(ScenarioCheck.Progress)
    /// The last event: the verdicts on each cell.
    case decided([ScenarioCheck.CellVerdicts])
  }

  /// The file of the journal in its folder.
  static let journalName = "unfinished.check"

  /// The scenario.
  public let file: ScenarioFile
  private let check: ScenarioCheck
  private let journal: CheckJournal?
  private let hasStarted = Atomic(false)

  /// A check of a scenario; throws if its unfinished work is damaged, or if it must be kept in a
  /// folder that cannot be written to.
  ///
  /// - Parameters:
  ///   - trialsMax: The largest number of trials of a cell; nil for the number in the scenario.
  ///   - place: Where unfinished work is kept.
  public convenience init(
    _ file: ScenarioFile, trialsMax: Int? = nil, keptIn place: Place
  ) throws(ResultError) {
    try self.init(file, trialsMax: trialsMax, keptIn: place, pause: .seconds(1))
  }

  /// - Parameter pause: The shortest time between two writes.
  init(
    _ file: ScenarioFile, trialsMax: Int?, keptIn place: Place, pause: Duration
  ) throws(ResultError) {
    self.file = file
    check = ScenarioCheck(file, trialsMax: trialsMax)
    let (path, isRequired): (String?, Bool) =
      switch place {
      case .nowhere: (nil, false)
      case .folder(let path): (path, true)
      case .folderIfPossible(let path): (path, false)
      }
    journal = try path.map { path throws(ResultError) in
      try CheckJournal(
        path, of: file, trialsMax: trialsMax, isRequired: isRequired, pause: pause)
    }
  }

  /// Decides the expectations, until all are decided or it is interrupted; may be called only once.
  ///
  /// - Parameter elapsed: Says how much time has passed since some moment. No verdict depends on it.
  public func run(
    threads: Int, interruption: Interruption = Interruption(),
    elapsed: @escaping @Sendable () -> Duration = { .zero }
  ) -> AsyncStream<Event> {
    .events(interruption: interruption) { interruption, tell in
      let verdicts = await self.decide(
        threads: threads, interruption: interruption, elapsed: elapsed
      ) { tell(.progress($0)) }
      return .decided(verdicts)
    }
  }

  /// Decides the expectations, as above, and returns the verdicts on each cell.
  func decide(
    threads: Int, interruption: Interruption, elapsed: () -> Duration = { .zero },
    report: (ScenarioCheck.Progress) -> Void
  ) async -> [ScenarioCheck.CellVerdicts] {
    precondition(
      !hasStarted.exchange(true, ordering: .relaxed), "a check may be started only once")
    let verdicts = await check.decide(
      threads: threads, interruption: interruption, elapsed: elapsed,
      store: journal?.store ?? .none, report: report)
    // If it was interrupted, even a failure that is known may lack the trial that shows it.
    journal?.end(isWhole: !interruption.isRaised)
    return verdicts
  }

  /// Leaves the folder as it was found; only for a check that is not going to be started.
  public func withdraw() {
    precondition(
      !hasStarted.exchange(true, ordering: .relaxed), "a check that was started has work to keep")
    journal?.withdraw()
  }

  /// The file with the units that are kept after an interruption, and their number; nil if none are.
  public var unfinished: (path: String, units: Int)? { journal?.unfinished }

  /// Why unfinished work could not be kept; nil if nothing went wrong.
  public var problem: ResultError? { journal?.problem }

  /// How the unfinished work of another check, which was thrown away, differs; nil if there was none.
  public var dropped: String? { journal?.dropped }
}
