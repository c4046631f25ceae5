import CSV
import Experiments
import Files
import JSON
import Reports
import Scenarios
import Synchronization
import Tuning

/// A search for the best configurations of a scenario, into a folder, which can be interrupted in any
/// way and continued by another one.
///
/// Creating one checks existing data and whether the folder can be written to; it works nothing out.
package final class TuneRun: Sendable {
  /// An event of a search.
  package enum Event: Sendable {
    /// How far the search is.
    case progress(TuneProgress)
    /// The last event: what was found.
    case finished(TuneReport)
    /// The last event of a shard: it has done what it can.
    case shardDone(TuneShardState)
    /// The last event: it was interrupted.
    case interrupted(TuneProgress)
    /// The last event: something is wrong with a file.
    case failed(ResultError)
  }

  /// The scenario.
  package let file: ScenarioFile
  /// The folder, which also keeps unfinished work.
  package let folder: String
  /// Whether everything was already there.
  package let isComplete: Bool
  private let cases: [TuneCase]
  private let start: TuneSearch
  private let work: Work
  private let threads: Int
  private let hasStarted = Atomic(false)

  /// What must be done.
  private enum Work: Sendable {
    /// The whole search, into a result; without a journal all is there, and only told again.
    case searching(ResultFolder, Journal<TuneRecord>?)
    /// What a shard can do.
    case shard(Shard, TuneShardFolder, Journal<TuneRecord>)
    /// What shards did is put together into a result.
    case merging(TuneShardFolder, ResultFolder, Journal<TuneRecord>)
  }

  /// A search by a plan for each case; throws if the folder has other data, or cannot be written to.
  package init(
    _ file: ScenarioFile, _ plans: [TunePlan], into folder: String,
    part: ResumableRun.Part = .whole, startsOver: Bool, threads: Int
  ) throws(ResultError) {
    self.file = file
    self.folder = folder
    self.threads = threads
    cases = file.tuneCases
    let search = TuneSearch(plans)
    start = search
    let result = ResultFolder(folder, of: file, .tune)
    func journal() throws(ResultError) -> Journal<TuneRecord>? {
      try result.open(startsOver: startsOver) { path, earlier throws(ResultError) in
        try Journal(
          tuning: path, of: Provenance(tuning: file, units: search.units.count, .whole),
          earlier: earlier)
      }
    }
    switch part {
    case .whole: work = .searching(result, try journal())
    case .shard(let shard):
      let shards = TuneShardFolder(path: folder, file: file)
      let journal = try shards.open(shard, units: search.units.count, startsOver: startsOver)
      work = .shard(shard, shards, journal)
    case .merging(let path):
      let shards = TuneShardFolder(path: path, file: file)
      work = try journal().map { .merging(shards, result, $0) } ?? .searching(result, nil)
    }
    switch work {
    case .searching(_, let journal): isComplete = journal == nil
    case .shard, .merging: isComplete = false
    }
  }

  /// Searches until everything is done or it is interrupted; may be called only once.
  package func run(interruption: Interruption = Interruption()) -> AsyncStream<Event> {
    precondition(
      !hasStarted.exchange(true, ordering: .relaxed), "a search may be started only once")
    return .events(interruption: interruption) { interruption, tell in
      do throws(ResultError) {
        return try await self.lastEvent(interruption, tell)
      } catch {
        return .failed(error)
      }
    }
  }

  /// What the search was asked whose shards are in a folder; nil if there are none of a search.
  package static func request(ofShardsIn folder: String) throws(ResultError) -> JSONValue? {
    try TuneShardFolder.request(inFolder: folder)
  }

  private func lastEvent(
    _ interruption: Interruption, _ tell: @escaping @Sendable (Event) -> Void
  ) async throws(ResultError) -> Event {
    let workers = Workers(threads: threads, interruption: interruption)
    let time = ElapsedTime()
    switch work {
    case .searching(let result, let journal):
      defer { journal?.letGo() }
      var search = start
      while !search.isOver {
        let units = Array(search.units.indices)
        let round = TuneRound(
          search: search, journal: journal, threads: threads, interruption: interruption)
        let outcomes = try await round.outcomes(of: units) { tell(.progress($0)) }
        guard let outcomes, await search.finishRound(outcomes, workers) else {
          return .interrupted(search.progress)
        }
      }
      return try await found(by: search, workers, tell) { report throws(ResultError) in
        guard let journal else { return }
        try result.complete(
          report.files,
          log: RunLog.jsonOfTuning(time, threads: threads, pairs: search.progress.pairs),
          journal: journal)
      }
    case .shard(let shard, let shards, let journal):
      defer { journal.letGo() }
      return try await runShard(shard, shards, journal, workers, tell)
    case .merging(let shards, let result, let journal):
      defer { journal.letGo() }
      do throws(ResultError) {
        guard let search = try await shards.search(from: start, workers) else {
          return .interrupted(start.progress)
        }
        if !search.isOver { throw try shards.incomplete(search) }
        return try await found(by: search, workers, tell) { report throws(ResultError) in
          try result.complete(
            report.files, log: RunLog.jsonOfMerging(units: search.progress.pairs), journal: journal)
        }
      } catch {
        if !journal.wasThere { try? journal.remove() }
        throw error
      }
    }
  }

  /// What was found in the end, which is stored first.
  private func found(
    by search: TuneSearch, _ workers: Workers, _ tell: (Event) -> Void,
    store: (TuneReport) throws(ResultError) -> Void
  ) async throws(ResultError) -> Event {
    tell(.progress(search.progress))
    guard let cells = await search.tunedCells(cases, workers: workers) else {
      return .interrupted(search.progress)
    }
    let report = TuneReport(cells, of: file)
    try store(report)
    return .finished(report)
  }

  /// Works out the units of a shard, round by round, as long as all other units of a round are there.
  private func runShard(
    _ shard: Shard, _ shards: TuneShardFolder, _ journal: Journal<TuneRecord>, _ workers: Workers,
    _ tell: @escaping @Sendable (Event) -> Void
  ) async throws(ResultError) -> Event {
    var search = start
    var written: [Int] = []
    while true {
      guard let reached = try await shards.search(from: search, workers) else {
        return .interrupted(search.progress)
      }
      search = reached
      let present = try shards.shards(ofRound: search.round)
      if search.isOver || present.contains(shard) {
        try journal.remove()
        return .shardDone(
          TuneShardState(
            written: written.map { shards.filePath(of: shard, round: $0) },
            search: try shards.state(of: search)))
      }
      let time = ElapsedTime()
      let units = shard.units(among: search.units.count)
      let round = TuneRound(
        search: search, journal: journal, threads: threads, interruption: workers.interruption)
      guard let outcomes = try await round.outcomes(of: units, told: { tell(.progress($0)) })
      else { return .interrupted(search.progress) }
      try shards.write(
        Array(zip(units, outcomes)), of: shard, in: search,
        provenance: RunLog.jsonOfTuning(time, threads: threads, pairs: search.progress.pairs))
      written.append(search.round)
    }
  }
}

extension TuneReport {
  /// The files of the result.
  fileprivate var files: [ResultFile] {
    func bytes(_ value: JSONValue) -> [UInt8] { Array((value.text(.indented) + "\n").utf8) }
    return [
      ResultFile(name: ResultContents.tuneName, bytes: table.csv),
      ResultFile(name: ResultContents.pairsName, bytes: pairs.csv),
      ResultFile(name: ResultContents.recommendationName, bytes: bytes(recommendation)),
    ]
      + (sensitivity.map { [ResultFile(name: ResultContents.sensitivityName, bytes: $0.csv)] } ?? [])
      + worstScenarios.map { ResultFile(name: $0.name, bytes: bytes($0.scenario)) }
  }
}
