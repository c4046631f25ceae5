import Experiments
import Files
import JSON
import Metrics
import Reports
import Scenarios
import Synchronization

/// A run of a scenario into a folder, which can be interrupted in any way and continued by another
/// run.
///
/// Creating one checks existing data and whether the folder can be written to; it computes nothing.
public final class ResumableRun: Sendable {
  /// The part of a scenario to run.
  public enum Part: Sendable {
    /// The whole scenario, with its result.
    case whole
    /// One shard, into a file that is merged with others.
    case shard(Shard)
    /// Nothing; the shards in a folder are merged into the result.
    case merging(shardsIn: String)
  }

  /// The options of a run.
  public struct Options: Sendable {
    /// The number of threads.
    public var threads: Int
    /// Whether another result in the folder is deleted.
    public var startsOver: Bool
    /// Whether the counts of each trial are kept, for at most `TrialTable.trialsMax` trials; when
    /// shards are merged, they decide.
    public var keepsTrials: Bool

    /// Options; the defaults are all processors, no deletion and no counts of each trial.
    public init(threads: Int? = nil, startsOver: Bool = false, keepsTrials: Bool = false) {
      self.threads = threads ?? Host.processorCount
      self.startsOver = startsOver
      self.keepsTrials = keepsTrials
    }
  }

  /// The scenario.
  public let file: ScenarioFile
  /// The folder, which also keeps unfinished work.
  public let folder: String
  /// The part of the scenario to run.
  public let part: Part
  private let destination: Destination
  private let work: Work
  private let options: Options
  private let hasStarted = Atomic(false)

  /// The destination of the output.
  private enum Destination: Sendable {
    case result(ResultFolder)
    case shard(Shard, ShardFolder)

    /// The shard whose units are run.
    var shard: Shard {
      switch self {
      case .result: .whole
      case .shard(let shard, _): shard
      }
    }
  }

  /// What must be done.
  private enum Work: Sendable {
    case nothing
    case units(Journal<UnitRecord>)
    case merging(ShardFolder.Whole, Journal<UnitRecord>)

    /// Run units and keep them in this journal, or nothing if it is nil.
    init(_ journal: Journal<UnitRecord>?) {
      self = journal.map { .units($0) } ?? .nothing
    }
  }

  /// A run of a scenario into a folder; throws if the folder has other data, or cannot be written to.
  public init(
    _ file: ScenarioFile, into folder: String, part: Part = .whole, options: Options = Options()
  ) throws(ResultError) {
    self.file = file
    self.folder = folder
    self.part = part
    self.options = options
    switch part {
    case .whole:
      let result = ResultFolder(folder, of: file, .run(keepsTrials: options.keepsTrials))
      destination = .result(result)
      work = Work(try result.openRun(startsOver: options.startsOver))
    case .shard(let shard):
      let shards = ShardFolder(
        folder, of: file, UnitPlan(file), keepsTrials: options.keepsTrials)
      destination = .shard(shard, shards)
      work = Work(try shards.open(shard, startsOver: options.startsOver))
    case .merging(let path):
      // The shards are checked before anything is written.
      let whole = try ShardFolder(path, of: file, UnitPlan(file)).merged()
      let result = ResultFolder(folder, of: file, .run(keepsTrials: whole.trials != nil))
      destination = .result(result)
      let journal = try result.openRun(startsOver: options.startsOver)
      work = journal.map { .merging(whole, $0) } ?? .nothing
    }
  }

  /// Whether everything was already complete.
  public var isComplete: Bool {
    switch work {
    case .nothing: true
    case .units, .merging: false
    }
  }

  /// The path of the output: a folder or, for a shard, a file.
  public var place: String {
    switch destination {
    case .result(let result): result.path
    case .shard(let shard, let shards): shards.filePath(of: shard)
    }
  }

  /// Runs until everything is done or it is interrupted; may be called only once.
  ///
  /// Only the newest progress is kept until it is read. If the stream is no longer read, the run
  /// stops as if interrupted.
  public func run(interruption: Interruption = Interruption()) -> AsyncStream<RunEvent> {
    precondition(
      !hasStarted.exchange(true, ordering: .relaxed), "a run may be started only once")
    return .events(interruption: interruption) { interruption, tell in
      await self.lastEvent(interruption, tell)
    }
  }

  /// Leaves the folder as it was found; only for a run that is not going to be started.
  public func withdraw() {
    precondition(
      !hasStarted.exchange(true, ordering: .relaxed), "a run that was started has work to keep")
    switch work {
    case .nothing: break
    case .units(let journal), .merging(_, let journal):
      // A journal that was there has the work of an earlier process.
      if !journal.wasThere { try? journal.remove() }
      journal.letGo()
    }
  }

  // MARK: Running

  /// Runs, and returns the last event.
  func lastEvent(
    _ interruption: Interruption, _ tell: @escaping @Sendable (RunEvent) -> Void
  ) async -> RunEvent {
    do throws(ResultError) {
      switch work {
      case .nothing: return .finished(try summaryThere())
      case .units(let journal):
        // A caller that gets the last event may begin another run at once.
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

  /// The summary of a complete result; nil for a shard.
  private func summaryThere() throws(ResultError) -> Summary? {
    switch destination {
    case .result(let result): try result.summary()
    case .shard: nil
    }
  }

  /// Runs the units that are not in the journal yet.
  private func run(
    _ journal: Journal<UnitRecord>, _ interruption: Interruption,
    _ tell: @escaping @Sendable (RunEvent) -> Void
  ) async throws(ResultError) -> RunEvent {
    let time = ElapsedTime()
    let detectors = SummedTime()
    let units = JournaledUnits(
      file, journal, of: destination.shard, keepsTrials: options.keepsTrials)
    let outcome = try await units.run(
      threads: options.threads, interruption: interruption,
      timer: DetectionTimer { detectors.measure($0) }
    ) { tell(.progress($0)) }
    guard outcome.isComplete else { return .interrupted(outcome.progress) }
    let log = RunLog(
      started: time.start, finished: .now, duration: time.duration, threads: options.threads,
      shard: destination.shard, progress: outcome.progress,
      detectorDuration: BlocSummary.isDue(for: file) ? detectors.duration : nil)
    tell(.computed(log))
    return .finished(try write(outcome.cells, outcome.trials, journal, log: log.json))
  }

  /// Writes the output, and returns the summary of a result.
  private func write(
    _ cells: [CellCounts], _ trials: TrialTable?, _ journal: Journal<UnitRecord>, log: JSONValue
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
