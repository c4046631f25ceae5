import Experiments
import Files
import JSON
import Metrics
import Scenarios

/// A folder with shards of a scenario, written by any processes on any hosts.
struct ShardFolder: Sendable {
  private let path: String
  private let file: ScenarioFile
  private let plan: UnitPlan
  private let keepsTrials: Bool

  /// The shards of a scenario in a folder.
  ///
  /// - Parameter keepsTrials: Whether a shard also keeps the counts of each trial.
  init(
    _ path: String, of file: ScenarioFile, _ plan: UnitPlan, keepsTrials: Bool = false
  ) {
    self.path = path
    self.file = file
    self.plan = plan
    self.keepsTrials = keepsTrials
  }

  // MARK: One shard

  /// The path of the file of a shard.
  func filePath(of shard: Shard) -> String { "\(path)/\(ShardFile.name(of: shard))" }

  /// The journal of a shard, after a check that the folder can be written to; nil if the shard is
  /// complete.
  ///
  /// - Parameter startsOver: whether existing data of the shard is deleted.
  func open(_ shard: Shard, startsOver: Bool) throws(ResultError) -> Journal<UnitRecord>? {
    try withFiles { () throws(FileError) in try FileSystem.createFolder(path) }
    let name = ShardFile.name(of: shard)
    if startsOver { try SealedFile.requireOwn(filePath(of: shard)) }
    let journal = try Journal(
      "\(path)/\(name.dropLast(5)).unfinished", file, plan, shard,
      UnitDetail(keepsTrials: keepsTrials), earlier: EarlierWork(startsOver: startsOver))
    try withFiles { () throws(FileError) in
      try FileSystem.removeTemporaries(of: name, in: path)
      if startsOver { try FileSystem.remove(filePath(of: shard)) }
    }
    let isThere = try withFiles { () throws(FileError) in try FileSystem.exists(filePath(of: shard))
    }
    guard isThere else { return journal }
    defer { try? journal.remove() }
    _ = try ShardFile(filePath(of: shard), shard, of: file, plan, keepsTrials: keepsTrials)
    return nil
  }

  /// Writes the file of a shard after all its units are in its journal.
  func complete(
    _ shard: Shard, _ journal: Journal<UnitRecord>, provenance: JSONValue
  ) throws(ResultError) {
    let records = try journal.records()
    precondition(records.count == shard.units(of: plan).count, "units are missing")
    let text = ShardFile.text(
      shard, of: file, plan, records: records, keepsTrials: keepsTrials, provenance: provenance)
    try withFiles { () throws(FileError) in
      try FileSystem.write(Array(text.utf8), to: filePath(of: shard))
    }
    try journal.remove()
  }

  // MARK: All shards

  /// The results of all shards together.
  struct Whole: Sendable {
    /// The counts of each cell.
    let cells: [CellCounts]
    /// The counts of each trial, if the shards keep them.
    let trials: TrialTable?
  }

  /// The combined result; every unit must be there, once or several times with equal results.
  func merged() throws(ResultError) -> Whole {
    let (shards, seen) = try gathered()
    let known = seen.compactMap(\.self)
    guard known.count == seen.count else { throw incomplete(state(shards, seen)) }
    return whole(of: known)
  }

  /// How far the shards are.
  func state() throws(ResultError) -> ShardState {
    let (shards, seen) = try gathered()
    return state(shards, seen)
  }

  private func state(_ shards: [Shard], _ seen: [UnitRecord?]) -> ShardState {
    ShardState(isThere: seen.map { $0 != nil }, shards: shards, path: filePath(of:))
  }

  /// The shards that are there, and each unit as far as it is.
  private func gathered() throws(ResultError) -> (shards: [Shard], units: [UnitRecord?]) {
    let shards = try withFiles { () throws(FileError) in try FileSystem.names(in: path) }
      .compactMap(ShardFile.shard(ofFile:))
    var seen: [UnitRecord?] = Array(repeating: nil, count: plan.count)
    var problems: [String] = []
    var keepsTrials: Bool?
    for shard in shards {
      do throws(ResultError) {
        let content = try ShardFile(filePath(of: shard), shard, of: file, plan)
        try Self.expectAlike(&keepsTrials, content, at: filePath(of: shard))
        for record in content.records {
          if let earlier = seen[record.number], earlier != record {
            throw ResultError(
              .badData,
              "\(filePath(of: shard)): unit \(record.number) differs from that of another shard")
          }
          seen[record.number] = record
        }
      } catch {
        if error.kind != .badData { throw error }
        problems += error.messages
      }
    }
    guard problems.isEmpty else { throw ResultError(.badData, problems) }
    return (shards, seen)
  }

  /// Refuses a mixture of shards with and without the counts of each trial.
  private static func expectAlike(
    _ keepsTrials: inout Bool?, _ content: ShardFile, at path: String
  ) throws(ResultError) {
    if let keepsTrials, keepsTrials != content.keepsTrials {
      let (its, others) = keepsTrials ? ("without", "with") : ("with", "without")
      throw ResultError(
        .badData,
        "\(path): this shard was run \(its) --per-trial, others \(others) it; all must be the same"
      )
    }
    keepsTrials = content.keepsTrials
  }

  private func whole(of records: [UnitRecord]) -> Whole {
    var cells = Array(repeating: CellCounts(), count: file.cells.count)
    for record in records { cells[plan[record.number].cell].merge(record.outcome.counts) }
    let units = records.compactMap(\.outcome.trials)
    return Whole(
      cells: cells,
      trials: units.count == records.count ? TrialTable(file, plan, units: units) : nil)
  }

  /// The error that lists the missing shards.
  private func incomplete(_ state: ShardState) -> ResultError {
    if state.missing.isEmpty {
      return ResultError(.incomplete, "folder '\(path)' has no shard of '\(file.name)'")
    }
    return ResultError(
      .incomplete, state.missing.map { "\($0.path) is missing: run --shard \($0.shard)" })
  }
}
