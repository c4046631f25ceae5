import Experiments
import Scenarios

/// How much of some work its shards have done.
package struct ShardState: Sendable {
  /// The number of units.
  package let units: Int
  /// How many of them are there.
  package let unitsDone: Int
  /// The shards that lack units, with the files in which these would be; empty if nothing is there,
  /// because it is then not known in how many the work is divided.
  package let missing: [(shard: Shard, path: String)]

  /// Whether everything is there.
  package var isComplete: Bool { unitsDone == units }

  /// The state of work.
  ///
  /// - Parameters:
  ///   - isThere: whether each unit is there.
  ///   - shards: the shards that are there.
  ///   - path: the path of the file of a shard.
  init(isThere: [Bool], shards: [Shard], path: (Shard) -> String) {
    units = isThere.count
    unitsDone = isThere.count(where: \.self)
    let count = shards.map(\.count).max() ?? 0
    var lacks = Array(repeating: false, count: count)
    for unit in isThere.indices where count > 0 && !isThere[unit] { lacks[unit % count] = true }
    missing = lacks.indices.filter { lacks[$0] }.map { index in
      let shard = Shard(index: index, count: count)
      return (shard, path(shard))
    }
  }
}

extension ResumableRun {
  /// How far the shards of a scenario in a folder are; throws if one is damaged or from other work.
  package static func state(
    ofShardsIn folder: String, _ file: ScenarioFile
  ) throws(ResultError) -> ShardState {
    try ShardFolder(folder, of: file, UnitPlan(file)).state()
  }
}
