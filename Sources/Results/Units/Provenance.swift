import Consensus
import Experiments
import JSON
import Scenarios
import Text

/// The origin of counts; only counts with the same origin may be added.
struct Provenance: Sendable {
  /// The version of the file format; older ones are not read.
  private static let format = 1

  /// The largest number of trials that the user of a check allows.
  private static let trialsMaxKey = "max_trials"

  /// Whether the counts of each trial are kept.
  static let perTrialKey = "per_trial"

  /// What a search was asked.
  static let requestKey = "tune"

  private static let roundKey = "round"

  /// The keys by which an origin is known, whatever its version.
  static let ownKeys = ["format", "version", "scenario_sha256", "units", "shard"]

  let json: JSONValue

  /// The origin of the counts of a shard.
  init(_ file: ScenarioFile, _ plan: UnitPlan, _ shard: Shard, _ detail: UnitDetail) {
    let more: [(key: String, value: JSONValue)] =
      switch detail {
      case .none, .trials: []
      case .samples(let trialsMax): [(Self.trialsMaxKey, trialsMax.map { JSONValue($0) } ?? .null)]
      }
    self.init(
      file, units: plan.count, shard,
      more: [(Self.perTrialKey, .bool(detail == .trials))] + more)
  }

  /// The origin of what was worked out in a search.
  ///
  /// - Parameters:
  ///   - units: the number of units of a round, or of the first one.
  ///   - round: the round; nil if all rounds are kept together.
  init(tuning file: ScenarioFile, units: Int, round: Int? = nil, _ shard: Shard) {
    self.init(
      file, units: units, shard,
      more: [(Self.requestKey, file.json.member("tune") ?? .null)]
        + (round.map { [(Self.roundKey, JSONValue($0))] } ?? []))
  }

  private init(
    _ file: ScenarioFile, units: Int, _ shard: Shard, more: [(key: String, value: JSONValue)]
  ) {
    let origin: JSONObject = [
      "format": JSONValue(Self.format), "version": .string(ResultVersion.version),
      "generator": .string(ResultVersion.generator), "scenario": .string(file.name),
      "scenario_sha256": .string(file.digest.description), "units": JSONValue(units),
      "shard": .string(shard.description),
    ]
    json = .object(JSONObject(origin.members + more))
  }

  /// The first difference of another origin; nil if both are equal.
  func difference(from other: JSONValue) -> String? { json.difference(from: other) }
}

extension JSONValue {
  /// The value under a key of an object.
  fileprivate func member(_ key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  /// The first member in which another object differs from this one; nil if both are equal.
  func difference(from other: JSONValue) -> String? {
    guard case .object(let own) = self, case .object(let its) = other else {
      return "it does not name its scenario"
    }
    for (key, value) in own.members where its[key] != value {
      let actual = its[key].map { $0.text().shortened } ?? "nothing"
      return "its '\(key)' is \(actual), not \(value.text().shortened)"
    }
    return its.members.first { own[$0.key] == nil }
      .map { "it has '\($0.key.shortened)', which does not belong there" }
  }
}
