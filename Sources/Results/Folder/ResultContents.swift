import JSON
import Reports
import Scenarios
import Text
import Tuning

/// What kind of result a folder has, and so which files.
enum ResultContents: Equatable, Sendable {
  /// What was measured.
  case run(keepsTrials: Bool)
  /// The best configurations.
  case tune

  static let summaryName = "summary.csv"
  static let blocsName = "blocs.csv"
  static let trialsName = "trials.csv"
  static let tuneName = "tune.csv"
  static let pairsName = "pairs.csv"
  static let sensitivityName = "sensitivity.csv"
  static let recommendationName = "recommendation.json"
  /// What depends on the time and the machine.
  static let logName = "run.log.json"

  /// All files of such a result, the manifest first: without it, the others are not a result.
  func names(of file: ScenarioFile) -> [String] {
    [Manifest.name] + required(of: file) + optional(of: file) + [Self.logName]
  }

  /// The files that the manifest of such a result lists.
  func required(of file: ScenarioFile) -> [String] {
    switch self {
    case .run: [Self.summaryName] + (BlocSummary.isDue(for: file) ? [Self.blocsName] : [])
    case .tune:
      [Self.tuneName, Self.pairsName, Self.recommendationName]
        + (TuneReport.tellsSensitivity(of: file) ? [Self.sensitivityName] : [])
    }
  }

  /// The files that it may list.
  private func optional(of file: ScenarioFile) -> [String] {
    switch self {
    // A file of an earlier scenario may be there, too.
    case .run: [Self.trialsName] + (BlocSummary.isDue(for: file) ? [] : [Self.blocsName])
    case .tune:
      Self.worstNames(of: file)
        + (TuneReport.tellsSensitivity(of: file) ? [] : [Self.sensitivityName])
    }
  }

  /// The scenarios of the worst adversaries; there is none where nothing is recommended.
  private static func worstNames(of file: ScenarioFile) -> [String] {
    file.tuneCases.map { WorstAdversary.fileName(ofCell: $0.number, in: file) }
  }

  /// Why these are not the files that the manifest of such a result lists; nil if they are.
  func problem(withListed names: [String], of file: ScenarioFile) -> String? {
    let required = required(of: file)
    let allowed =
      switch self {
      case .run: required + [Self.trialsName]
      case .tune: required + Self.worstNames(of: file)
      }
    if let name = names.first(where: { !allowed.contains($0) }) {
      return "it lists '\(name.shortened)', which is not a file of this result"
    }
    return required.first { !names.contains($0) }.map { "it does not list \($0)" }
  }

  /// Whether a file with the name of one of such a result was written by this program, in whatever
  /// version.
  func isOwn(_ name: String, _ text: [UInt8]) -> Bool {
    switch name {
    case Manifest.name:
      return text.starts(with: Self.manifestStart)
        || Self.hasKeys(["generator", "scenario_sha256", "files"], text)
    case Self.logName: return Self.hasKeys(["host"], text)
    case Self.recommendationName: return Self.hasKeys(["scenario", "status"], text)
    default:
      switch self {
      case .run: return text.starts(with: "scenario,cell,".utf8)
      case .tune:
        return ["configuration,", "cell,", "metric,field,"].contains { text.starts(with: $0.utf8) }
          || Self.describesWorstAdversary(text)
      }
    }
  }

  /// The start of a manifest, by which a damaged one is known, too.
  private static let manifestStart = Array("{\n  \"version\": \"".utf8)

  private static func hasKeys(_ keys: [String], _ text: [UInt8]) -> Bool {
    guard let object = object(text) else { return false }
    return keys.allSatisfy { object[$0] != nil }
  }

  private static func describesWorstAdversary(_ text: [UInt8]) -> Bool {
    guard case .string(let description)? = object(text)?["description"] else { return false }
    return description.hasPrefix(WorstAdversary.descriptionStart)
  }

  private static func object(_ text: [UInt8]) -> JSONObject? {
    guard let document = try? JSONDocument(parsing: text),
      case .object(let object) = document.root.value
    else { return nil }
    return object
  }
}
