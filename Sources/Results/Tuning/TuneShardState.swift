import Experiments
import Files
import Scenarios
import Tuning

/// How far a search in shards is.
package struct TuneSearchState: Sendable {
  /// The number of the round that is not complete, from 1; nil if the search is over.
  package let round: Int?
  /// What is there of the round.
  package let shards: ShardState
}

/// What a shard of a search did.
package struct TuneShardState: Sendable {
  /// The files that it wrote.
  package let written: [String]
  /// How far the search is.
  package let search: TuneSearchState
}

extension TuneRun {
  /// How far the shards of a search in a folder are; nil if interrupted.
  package static func state(
    ofShardsIn folder: String, _ file: ScenarioFile, _ plans: [TunePlan],
    interruption: Interruption
  ) async throws(ResultError) -> TuneSearchState? {
    let shards = TuneShardFolder(path: folder, file: file)
    let workers = Workers(threads: Host.processorCount, interruption: interruption)
    guard let search = try await shards.search(from: TuneSearch(plans), workers) else { return nil }
    return try shards.state(of: search)
  }
}

extension TuneShardFolder {
  /// A search with all rounds of which every unit is there; nil if interrupted.
  func search(
    from start: TuneSearch, _ workers: Workers
  ) async throws(ResultError) -> TuneSearch? {
    var search = start
    while !search.isOver {
      let outcomes = try outcomes(of: search)
      let known = outcomes.compactMap(\.self)
      if known.count < outcomes.count { return search }
      guard await search.finishRound(known, workers) else { return nil }
    }
    return search
  }

  /// How far a search is.
  func state(of search: TuneSearch) throws(ResultError) -> TuneSearchState {
    let round = search.round
    return TuneSearchState(
      round: search.isOver ? nil : round,
      shards: ShardState(
        isThere: try outcomes(of: search).map { $0 != nil }, shards: try shards(ofRound: round)
      ) { filePath(of: $0, round: round) })
  }

  /// The error that names what is missing.
  func incomplete(_ search: TuneSearch) throws(ResultError) -> ResultError {
    let missing = try state(of: search).shards.missing
    if missing.isEmpty {
      return ResultError(
        .incomplete,
        "folder '\(path)' has no shard of round \(search.round) of the search of '\(file.name)': "
          + "run all shards again")
    }
    return ResultError(
      .incomplete, missing.map { "\($0.path) is missing: run --shard \($0.shard) again" })
  }
}
