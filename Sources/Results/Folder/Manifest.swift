import Consensus
import Experiments
import JSON
import Scenarios
import Text

/// `manifest.json`: the scenario of a result, and the hashes of its files.
struct Manifest: Sendable {
  static let name = "manifest.json"

  private static let scenarioKey = "scenario"
  private static let shaKey = "scenario_sha256"

  /// The manifest of a result and its files.
  static func json(of file: ScenarioFile, files: [ResultFile]) -> JSONValue {
    [
      "version": .string(ResultVersion.version), "generator": .string(ResultVersion.generator),
      scenarioKey: file.json, shaKey: .string(file.digest.description),
      "seed": JSONValue(exact: file.cells[0].scenario.seed),
      "trials": JSONValue(file.cells[0].scenario.trials),
      "files": .object(
        JSONObject(
          files.map { ($0.name, .string(SHA256.hash($0.bytes).description)) })),
    ]
  }

  /// The version that computed the result.
  let version: String
  /// The scenario of the result.
  let scenario: JSONValue
  /// The SHA-256 of the scenario.
  let scenarioDigest: String
  /// The files with their SHA-256.
  let files: [(name: String, digest: String)]

  /// Reads a manifest; nil for any other text.
  init?(_ text: [UInt8]) {
    guard let document = try? JSONDocument(parsing: text) else { return nil }
    let cursor = JSONCursor(document, log: ProblemLog(document))
    guard let version = cursor.required("version")?.string(),
      let scenario = cursor.required(Self.scenarioKey)?.node.value,
      let digest = cursor.required(Self.shaKey)?.string(),
      let members = cursor.required("files")?.members()
    else { return nil }
    self.version = version
    self.scenario = scenario
    scenarioDigest = digest
    files = members.compactMap { member in member.value.string().map { (member.key, $0) } }
    if files.count != members.count { return nil }
  }
}
