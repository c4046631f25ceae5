import Experiments
import JSON
import Scenarios

/// `shard-KKK-of-NNN.json`: the results of the units of one shard, with a checksum.
struct ShardFile: Sendable {
  /// The shard.
  let shard: Shard
  /// The results of its units, in order.
  let records: [UnitRecord]
  /// Whether the counts of each trial are kept.
  let keepsTrials: Bool

  /// The file name of a shard.
  static func name(of shard: Shard) -> String {
    "shard-\(padded(shard.index))-of-\(padded(shard.count)).json"
  }

  /// The shard with this file name; nil for other files.
  static func shard(ofFile name: String) -> Shard? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, let index = Int(parts[1]),
      let count = Int(parts[3].prefix { $0 != "." }), let shard = Shard("\(index)/\(count)"),
      Self.name(of: shard) == name
    else { return nil }
    return shard
  }

  /// A number as it stands in file names.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  // MARK: Writing

  /// The text of the file of a shard.
  ///
  /// - Parameter provenance: where and when it was computed, outside the checksum.
  static func text(
    _ shard: Shard, of file: ScenarioFile, _ plan: UnitPlan, records: [UnitRecord],
    keepsTrials: Bool = false, provenance: JSONValue
  ) -> String {
    SealedFile.text(
      of: Provenance(file, plan, shard, UnitDetail(keepsTrials: keepsTrials)),
      units: records.sorted { $0.number < $1.number }.map(\.json), provenance: provenance)
  }

  // MARK: Reading

  /// Reads the file of a shard; throws its problems.
  ///
  /// - Parameter keepsTrials: Whether it must have the counts of each trial; nil if both are
  ///   allowed.
  init(
    _ path: String, _ shard: Shard, of file: ScenarioFile, _ plan: UnitPlan,
    keepsTrials: Bool? = nil
  ) throws(ResultError) {
    let sealed = try SealedFile(path)
    let keepsTrials = keepsTrials ?? sealed.origin.required(Provenance.perTrialKey)?.bool() ?? false
    let detail = UnitDetail(keepsTrials: keepsTrials)
    try sealed.require(Provenance(file, plan, shard, detail))
    let records = sealed.units.compactMap { UnitRecord($0, of: plan, detail) }
    try sealed.requireSound()
    guard records.map(\.number) == shard.units(of: plan) else {
      throw ResultError(.badData, "\(path): the file does not have the units of shard \(shard)")
    }
    self.shard = shard
    self.records = records
    self.keepsTrials = keepsTrials
  }
}
