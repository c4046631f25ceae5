import Files
import JSON
import Reports
import Scenarios
import Text

/// What in a folder belongs to a result, and what is somebody else's and stays.
extension ResultFolder {
  /// All files of a result, the manifest first: without it, the others are not a result.
  static let names = [Manifest.name, summaryName, blocsName, trialsName, logName]

  /// Why these are not the files that the manifest of a result lists; nil if they are.
  static func problem(withListed names: [String], of file: ScenarioFile) -> String? {
    let required = [summaryName] + (BlocSummary.isDue(for: file) ? [blocsName] : [])
    if let name = names.first(where: { !(required + [trialsName]).contains($0) }) {
      return "it lists '\(name.shortened)', which is not a file of this result"
    }
    return required.first { !names.contains($0) }.map { "it does not list \($0)" }
  }

  /// Refuses a folder that has files of somebody else, except beside a result.
  ///
  /// A file that only has the name of ours would be deleted or replaced. And in a folder full of
  /// other files, such as a home folder, nobody wants a result.
  func requireOwnFiles() throws(ResultError) {
    let entries = try withFiles { () throws(FileError) in try FileSystem.names(in: path) }
    func require(_ name: String) throws(ResultError) {
      if try isOwn(name) { return }
      throw foreign("its \(name) was not written by this program")
    }
    // Beside a manifest of ours, the files that it lists are ours, however damaged.
    if entries.contains(Manifest.name) { return try require(Manifest.name) }
    for name in entries where Self.names.contains(name) { try require(name) }
    if entries.contains(Self.journalName) { return }
    let others = entries.filter { !Self.mayStand($0) }
    if let name = others.first {
      let more = others.count > 1 ? " and \(others.count - 1) more" : ""
      throw foreign("it has other files: '\(name)'\(more)")
    }
  }

  /// Whether a file may stand in a new folder of a result.
  ///
  /// Hidden files say nothing about a folder, shards are often merged where they are, and a check of
  /// the same scenario may have been interrupted.
  private static func mayStand(_ name: String) -> Bool {
    names.contains(name) || name.hasPrefix(".") || name.hasPrefix("shard-")
      || name == ResumableCheck.journalName
  }

  /// Whether a file with the name of ours was written by this program, in whatever version.
  private func isOwn(_ name: String) throws(ResultError) -> Bool {
    // A link is only replaced, and what it leads to stays.
    guard FileSystem.isRegularFile(place(name)) else { return false }
    let text = try stored(name) ?? []
    // Nothing is lost with an empty file.
    if text.isEmpty { return true }
    switch name {
    case Manifest.name:
      return text.starts(with: Self.manifestStart)
        || Self.hasKeys(["generator", "scenario_sha256", "files"], text)
    case Self.logName: return Self.hasKeys(["host"], text)
    default: return text.starts(with: "scenario,cell,".utf8)
    }
  }

  /// The start of a manifest, by which a damaged one is known, too.
  private static let manifestStart = Array("{\n  \"version\": \"".utf8)

  private static func hasKeys(_ keys: [String], _ text: [UInt8]) -> Bool {
    guard let document = try? JSONDocument(parsing: text),
      case .object(let object) = document.root.value
    else { return false }
    return keys.allSatisfy { object[$0] != nil }
  }

  private func foreign(_ reason: String) -> ResultError {
    ResultError(
      .uncreatable,
      "folder '\(path)' is left unchanged: \(reason); use --out for another folder")
  }
}
