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
  private static let versionKey = "version"
  private static let filesKey = "files"
  private static let formatKey = "format"

  /// The manifest of a result and its files.
  static func json(of file: ScenarioFile, files: [ResultFile]) -> JSONValue {
    json(of: file, files: files.map { ($0.name, SHA256.hash($0.bytes).description) })
  }

  private static func json(
    of file: ScenarioFile, version: String = ResultVersion.version,
    format: Int = ResultVersion.format, files: [(name: String, digest: String)]
  ) -> JSONValue {
    let ofFormat1: JSONObject = [
      versionKey: .string(version), "generator": .string(ResultVersion.generator),
      scenarioKey: file.json, shaKey: .string(file.digest.description),
      "seed": JSONValue(exact: file.cells[0].scenario.seed),
      "trials": JSONValue(file.cells[0].scenario.trials),
      filesKey: .object(JSONObject(files.map { ($0.name, .string($0.digest)) })),
    ]
    if format == 1 { return .object(ofFormat1) }
    let axes = file.axes.map { axis -> JSONValue in
      [
        axis.variants == nil ? "path" : "name": .string(axis.name),
        "column": .string(axis.name), "values": .array(axis.values),
      ]
    }
    // The version stays first: it tells a manifest of ours, however damaged.
    return .object(
      JSONObject(
        ofFormat1.members.prefix(1) + [(formatKey, JSONValue(format))]
          + ofFormat1.members.dropFirst() + [("axes", .array(axes))]))
  }

  /// The format of the folder; 1 if the manifest names none.
  let format: Int
  /// The version that computed the result.
  let version: String
  /// The scenario of the result.
  let scenario: JSONValue
  /// The SHA-256 of the scenario.
  let scenarioDigest: String
  /// The files with their SHA-256.
  let files: [(name: String, digest: String)]
  private let json: JSONValue

  /// Reads a manifest; nil for any other text.
  init?(_ text: [UInt8]) {
    guard let document = try? JSONDocument(parsing: text), document.unplacedProblems.isEmpty
    else { return nil }
    let cursor = JSONCursor(document, log: ProblemLog(document))
    guard let version = cursor.required(Self.versionKey)?.string(),
      let scenario = cursor.required(Self.scenarioKey)?.node.value,
      let digest = cursor.required(Self.shaKey)?.string(),
      let members = cursor.required(Self.filesKey)?.members()
    else { return nil }
    guard let keys = cursor.members()?.map(\.key) else { return nil }
    if keys.contains(Self.formatKey) {
      guard let format = cursor.required(Self.formatKey)?.integer(in: 2...Int.max) else {
        return nil
      }
      self.format = format
    } else {
      format = 1
    }
    self.version = version
    self.scenario = scenario
    scenarioDigest = digest
    files = members.compactMap { member in member.value.string().map { (member.key, $0) } }
    if files.count != members.count { return nil }
    json = document.root.value
  }

  /// The first member that a result of a scenario would not have; nil if there is none.
  ///
  /// All members follow from the scenario, the version and the files, so nobody can change one and
  /// leave a manifest that is right.
  func difference(fromResultOf file: ScenarioFile) -> String? {
    Self.json(of: file, version: version, format: format, files: files).difference(from: json)
  }
}
