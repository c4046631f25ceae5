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
  func open(_ shard: Shard, startsOver: Bool) throws(ResultError) -> Journal? {
    try withFiles { () throws(FileError) in try FileSystem.createFolder(path) }
    let name = ShardFile.name(of: shard)
    if startsOver { try requireOwnFile(of: shard) }
    let journal = try Journal(
      "\(path)/\(name.dropLast(5)).unfinished", file, plan, shard,
      UnitDetail(keepsTrials: keepsTrials), earlier: Journal.Earlier(startsOver: startsOver))
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

  /// Refuses to delete a file that only has the name of a shard.
  private func requireOwnFile(of shard: Shard) throws(ResultError) {
    let place = filePath(of: shard)
    let text = try withFiles { () throws(FileError) in try FileSystem.readStored(place) } ?? []
    let start = Array(#"{"content":"#.utf8)
    // A file that was cut off is ours, too.
    guard text.starts(with: start) || start.starts(with: text) else {
      throw ResultError(
        .uncreatable,
        "'\(place)' is left unchanged: it was not written by this program; use another folder")
    }
  }

  /// Writes the file of a shard after all its units are in its journal.
  func complete(
    _ shard: Shard, _ journal: Journal, provenance: JSONValue
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
    let missing = seen.indices.filter { seen[$0] == nil }
    guard missing.isEmpty else { throw incomplete(missing, present: shards) }
    return whole(of: seen.compactMap { $0 })
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
  private func incomplete(_ missing: [Int], present: [Shard]) -> ResultError {
    guard let count = present.map(\.count).max() else {
      return ResultError(.incomplete, "folder '\(path)' has no shard of '\(file.name)'")
    }
    var isNamed = Array(repeating: false, count: count)
    for unit in missing { isNamed[unit % count] = true }
    return ResultError(
      .incomplete,
      isNamed.indices.filter { isNamed[$0] }.map { index in
        "\(filePath(of: Shard(index: index, count: count))) is missing: "
          + "run --shard \(index)/\(count)"
      })
  }
}
