import Consensus
import Experiments
import JSON
import Scenarios
import Text

/// What counts belong to: only those of one origin may be added up.
struct Provenance: Sendable {
  /// The layout of what is written; older ones are not read.
  private static let format = 1

  /// Whether the counts of each trial are kept, too.
  static let perTrialKey = "per_trial"

  let json: JSONValue

  /// The origin of the units of a shard.
  init(_ file: ScenarioFile, _ plan: UnitPlan, _ shard: Shard, keepsTrials: Bool) {
    json = [
      "format": JSONValue(Self.format), "version": .string(ResultVersion.version),
      "generator": .string(ResultVersion.generator), "scenario": .string(file.name),
      "scenario_sha256": .string(file.digest.description), "units": JSONValue(plan.count),
      "shard": .string(shard.description), Self.perTrialKey: .bool(keepsTrials),
    ]
  }

  /// In what another origin differs from this one; nil where it does not.
  func difference(from other: JSONValue) -> String? {
    guard case .object(let own) = json, case .object(let its) = other else {
      return "it does not name its scenario"
    }
    for (key, value) in own.members where its[key] != value {
      let actual = its[key].map { $0.text().shortened } ?? "nothing"
      return "its '\(key)' is \(actual), not \(value.text().shortened)"
    }
    return nil
  }
}
