import Experiments
import Files
import JSON
import Metrics
import Reports
import Scenarios
import Synchronization

/// A scenario being run into a folder: whatever ends the process, what is done is kept, and another
/// run of the same scenario goes on from there.
///
/// Making one looks at what is there, tries whether the folder can be written to, and computes
/// nothing.
public final class ResumableRun: Sendable {
  /// What of a scenario is run.
  public enum Part: Sendable {
    /// All of it, to its result.
    case whole
    /// One shard, to a file that is merged with others.
    case shard(Shard)
    /// Nothing: shards found in a folder are put together to the result.
    case merging(shardsIn: String)
  }

  /// How it is run.
  public struct Options: Sendable {
    /// How many threads compute; as many as there are processors unless another number is given.
    public var threads: Int
    /// Whether what the folder holds of another result is thrown away.
    public var startsOver: Bool
    /// Whether the counts of each trial are kept, too, for `TrialTable.trialsMax` trials at most;
    /// merged shards say that themselves.
    public var keepsTrials: Bool

    /// Some options.
    public init(
      threads: Int = Host.processorCount, startsOver: Bool = false, keepsTrials: Bool = false
    ) {
      self.threads = threads
      self.startsOver = startsOver
      self.keepsTrials = keepsTrials
    }
  }

  /// The scenario.
  public let file: ScenarioFile
  /// The folder, in which unfinished work is kept as well.
  public let folder: String
  /// What of the scenario is run.
  public let part: Part
  private let destination: Destination
  private let work: Work
  private let options: Options
  private let hasStarted = Atomic(false)

  /// Where what was computed goes.
  private enum Destination: Sendable {
    case result(ResultFolder)
    case shard(Shard, ShardFolder)
  }

  /// What there is to do.
  private enum Work: Sendable {
    case nothing
    case units(Journal)
    case merging(ShardFolder.Whole, Journal)

    /// What is done of units is to be kept here, or else there is nothing to do.
    init(_ journal: Journal?) {
      self = journal.map { .units($0) } ?? .nothing
    }
  }

  /// The run of a scenario into a folder.
  public init(
    _ file: ScenarioFile, into folder: String, part: Part = .whole, options: Options = Options()
  ) throws(ResultError) {
    self.file = file
    self.folder = folder
    self.part = part
    self.options = options
    switch part {
    case .whole:
      let result = ResultFolder(folder, of: file, keepsTrials: options.keepsTrials)
      destination = .result(result)
      work = Work(try result.open(startsOver: options.startsOver))
    case .shard(let shard):
      let shards = ShardFolder(
        folder, of: file, UnitPlan(file), keepsTrials: options.keepsTrials)
      destination = .shard(shard, shards)
      work = Work(try shards.open(shard, startsOver: options.startsOver))
    case .merging(let path):
      // The shards are known to be good before anything is written.
      let whole = try ShardFolder(path, of: file, UnitPlan(file)).merged()
      let result = ResultFolder(folder, of: file, keepsTrials: whole.trials != nil)
      destination = .result(result)
      let journal = try result.open(startsOver: options.startsOver)
      work = journal.map { .merging(whole, $0) } ?? .nothing
    }
  }

  /// Whether all was there already.
  public var isComplete: Bool {
    switch work {
    case .nothing: true
    case .units, .merging: false
    }
  }

  /// Where what was asked for is, once it is there: a folder or, for a shard, a file.
  public var place: String {
    switch destination {
    case .result(let result): result.path
    case .shard(let shard, let shards): shards.filePath(of: shard)
    }
  }

  /// Does what is to be done, once only, until it is or an interruption is raised.
  ///
  /// Of progress that nobody has asked for yet only the newest is kept. Where nobody listens any
  /// more, the run stops as if interrupted.
  public func run(interruption: Interruption = Interruption()) -> AsyncStream<RunEvent> {
    precondition(
      !hasStarted.exchange(true, ordering: .relaxed), "a run may be started only once")
    return .events(interruption: interruption) { interruption, tell in
      await self.lastEvent(interruption, tell)
    }
  }

  // MARK: Running

  /// Does what is to be done, and says how it ended.
  func lastEvent(
    _ interruption: Interruption, _ tell: @escaping @Sendable (RunEvent) -> Void
  ) async -> RunEvent {
    do throws(ResultError) {
      switch work {
      case .nothing: return .finished(try summaryThere())
      case .units(let journal):
        // Who hears that it has ended may begin another run at once.
        defer { journal.letGo() }
        return try await run(journal, interruption, tell)
      case .merging(let whole, let journal):
        defer { journal.letGo() }
        let log = RunLog.jsonOfMerging(units: UnitPlan(file).count)
        return .finished(try write(whole.cells, whole.trials, journal, log: log))
      }
    } catch {
      return .failed(error)
    }
  }

  /// The summary of a result that is there; nil for a shard.
  private func summaryThere() throws(ResultError) -> Summary? {
    switch destination {
    case .result(let result): try result.summary()
    case .shard: nil
    }
  }

  /// Runs the units that the journal does not hold yet.
  private func run(
    _ journal: Journal, _ interruption: Interruption,
    _ tell: @escaping @Sendable (RunEvent) -> Void
  ) async throws(ResultError) -> RunEvent {
    let time = ElapsedTime()
    let detectors = SummedTime()
    let units = JournaledUnits(file, journal)
    let outcome = try await units.run(
      threads: options.threads, interruption: interruption,
      timer: DetectionTimer { detectors.measure($0) }
    ) { tell(.progress($0)) }
    guard outcome.isComplete else { return .interrupted(outcome.progress) }
    let log = RunLog(
      started: time.start, finished: .now, duration: time.duration, threads: options.threads,
      shard: journal.shard, progress: outcome.progress,
      detectorDuration: BlocSummary.isDue(for: file) ? detectors.duration : nil)
    tell(.computed(log))
    return .finished(try write(outcome.cells, outcome.trials, journal, log: log.json))
  }

  /// Writes what was computed, and gives the summary of a result.
  private func write(
    _ cells: [CellCounts], _ trials: TrialTable?, _ journal: Journal, log: JSONValue
  ) throws(ResultError) -> Summary? {
    switch destination {
    case .result(let folder):
      return try folder.complete(cells, trials, log: log, journal: journal)
    case .shard(let shard, let shards):
      try shards.complete(shard, journal, provenance: log)
      return nil
    }
  }
}
