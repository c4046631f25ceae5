import Experiments
import Files
import JSON
import Scenarios

/// A folder in which shards of a scenario are gathered, by whatever processes on whatever hosts.
public struct ShardFolder: Sendable {
  private let path: String
  private let file: ScenarioFile
  private let plan: UnitPlan

  /// The shards of a scenario in a folder.
  public init(_ path: String, of file: ScenarioFile, _ plan: UnitPlan) {
    self.path = path
    self.file = file
    self.plan = plan
  }

  // MARK: One shard

  /// Where the file of a shard is.
  public func filePath(of shard: Shard) -> String { "\(path)/\(ShardFile.name(of: shard))" }

  /// Looks what is to be done for a shard, and tries whether the folder can be written to.
  ///
  /// - Parameter startsOver: whether what is there of the shard is thrown away.
  public func open(_ shard: Shard, startsOver: Bool) throws(ResultError) -> WorkState {
    try withFiles { () throws(FileError) in try FileSystem.createFolder(path) }
    let name = ShardFile.name(of: shard)
    let journal = try Journal(
      "\(path)/\(name.dropLast(5)).unfinished", file, plan, shard, startsOver: startsOver)
    try withFiles { () throws(FileError) in
      try FileSystem.removeTemporaries(of: name, in: path)
      if startsOver { try FileSystem.remove(filePath(of: shard)) }
    }
    let isThere = try withFiles { () throws(FileError) in try FileSystem.exists(filePath(of: shard))
    }
    guard isThere else { return .open(journal) }
    defer { try? journal.remove() }
    _ = try ShardFile(filePath(of: shard), shard, of: file, plan)
    return .complete
  }

  /// Writes the file of a shard whose units are all in its journal.
  public func complete(
    _ shard: Shard, _ journal: Journal, provenance: JSONValue
  ) throws(ResultError) {
    let records = try journal.records()
    precondition(records.count == shard.units(of: plan).count, "units are missing")
    let text = ShardFile.text(shard, of: file, plan, records: records, provenance: provenance)
    try withFiles { () throws(FileError) in
      try FileSystem.write(Array(text.utf8), to: filePath(of: shard))
    }
    try journal.remove()
  }

  // MARK: All shards

  /// The counts of each cell, all units of which must be there, each once or several times alike.
  public func merged() throws(ResultError) -> [CellCounts] {
    let shards = try withFiles { () throws(FileError) in try FileSystem.names(in: path) }
      .compactMap(ShardFile.shard(ofFile:))
    var cells = Array(repeating: CellCounts(), count: file.cells.count)
    var seen: [UnitRecord?] = Array(repeating: nil, count: plan.count)
    var problems: [String] = []
    for shard in shards {
      do throws(ResultError) {
        for record in try ShardFile(filePath(of: shard), shard, of: file, plan).records {
          if let earlier = seen[record.number] {
            if earlier == record { continue }
            throw ResultError(
              .badData,
              "\(filePath(of: shard)): unit \(record.number) contradicts that of another shard")
          }
          seen[record.number] = record
          cells[plan[record.number].cell].merge(record.counts)
        }
      } catch {
        if error.kind != .badData { throw error }
        problems += error.messages
      }
    }
    guard problems.isEmpty else { throw ResultError(.badData, problems) }
    let missing = seen.indices.filter { seen[$0] == nil }
    guard missing.isEmpty else { throw incomplete(missing, present: shards) }
    return cells
  }

  /// Names the shards that would fill the gaps.
  private func incomplete(_ missing: [Int], present: [Shard]) -> ResultError {
    guard let count = present.map(\.count).max() else {
      return ResultError(.incomplete, "folder '\(path)' holds no shard of '\(file.name)'")
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
