import Consensus
import Experiments
import Files
import JSON
import Scenarios
import Text

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

  private static func padded(_ number: Int) -> String {
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
    let content: JSONValue = [
      "origin": Provenance(file, plan, shard, UnitDetail(keepsTrials: keepsTrials)).json,
      "units": .array(records.sorted { $0.number < $1.number }.map(\.json)),
    ]
    let whole: JSONValue = [
      "content": content, "sha256": .string(checksum(of: content)), "provenance": provenance,
    ]
    return whole.text() + "\n"
  }

  private static func checksum(of content: JSONValue) -> String {
    SHA256.hash(Array(content.text().utf8)).description
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
    let bytes = try withFiles { () throws(FileError) in try FileSystem.readStored(path) } ?? []
    guard let document = try? JSONDocument(parsing: bytes) else {
      throw ResultError(.badData, "\(path): the file is damaged: it is not valid JSON")
    }
    let log = ProblemLog(document)
    let cursor = JSONCursor(document, log: log)
    guard let whole = cursor.fields(["content", "sha256", "provenance"]),
      let content = whole.required("content"), let parts = content.fields(["origin", "units"]),
      let origin = parts.required("origin"), let units = parts.required("units"),
      let checksum = whole.required("sha256")?.string()
    else { throw Self.damaged(path, log) }
    guard checksum == Self.checksum(of: content.node.value) else {
      throw ResultError(.badData, "\(path): the file is damaged: its checksum does not match")
    }
    let keepsTrials = keepsTrials ?? origin.required(Provenance.perTrialKey)?.bool() ?? false
    let detail = UnitDetail(keepsTrials: keepsTrials)
    let expected = Provenance(file, plan, shard, detail)
    if let difference = expected.difference(from: origin.node.value) {
      throw ResultError(.badData, "\(path): the file belongs to other work: \(difference)")
    }
    let records = (units.array() ?? []).compactMap { UnitRecord($0, of: plan, detail) }
    guard log.unplacedProblems.isEmpty else { throw Self.damaged(path, log) }
    guard records.map(\.number) == shard.units(of: plan) else {
      throw ResultError(.badData, "\(path): the file does not have the units of shard \(shard)")
    }
    self.shard = shard
    self.records = records
    self.keepsTrials = keepsTrials
  }

  private static func damaged(_ path: String, _ log: ProblemLog) -> ResultError {
    ResultError(.badData, log.problems.map { "\(path):\($0)" })
  }
}
