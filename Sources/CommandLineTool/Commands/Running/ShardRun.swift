import Experiments
import Results
import Scenarios

/// One shard of a scenario being run into a folder of shards.
struct ShardRun {
  private let file: ScenarioFile
  private let shard: Shard
  private let path: String
  private let folder: ShardFolder
  private let state: WorkState
  private let settings: RunSettings

  /// Looks what is to be done; nothing is computed yet.
  init(
    _ file: ScenarioFile, _ shard: Shard, into path: String, _ settings: RunSettings
  ) throws(CommandFailure) {
    let folder = ShardFolder(
      path, of: file, UnitPlan(file), keepsTrials: settings.keepsTrials)
    state = try withResults { () throws(ResultError) in
      try folder.open(shard, startsOver: settings.startsOver)
    }
    self.file = file
    self.shard = shard
    self.path = path
    self.folder = folder
    self.settings = settings
  }

  /// Does what is to be done; gives a status where the process is to end early.
  func run() async throws(CommandFailure) -> ExitStatus? {
    guard case .open(let journal) = state else {
      settings.note("'\(folder.filePath(of: shard))' is there already; --force starts over")
      return nil
    }
    let task = UnitTask(file, shard, journal, settings)
    guard let outcome = try await task.run(keptIn: path) else { return settings.stop.status }
    try withResults { () throws(ResultError) in
      try folder.complete(shard, journal, provenance: outcome.log)
    }
    settings.note("wrote '\(folder.filePath(of: shard))'")
    return nil
  }
}
