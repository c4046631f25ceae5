import Consensus
import Experiments
import Files
import JSON
import Scenarios
import Text

/// A file of a result.
struct ResultFile: Sendable {
  let name: String
  let bytes: [UInt8]
}

/// The folder of the result of a scenario.
///
/// The manifest is written last, so a folder with a manifest is complete. Until then the journal
/// keeps the finished units.
struct ResultFolder: Sendable {
  /// The path of the folder.
  let path: String
  let file: ScenarioFile
  /// What kind of result it is.
  let contents: ResultContents

  static let journalName = "unfinished.units"

  /// The folder for the result of a scenario.
  ///
  init(_ path: String, of file: ScenarioFile, _ contents: ResultContents) {
    self.path = path
    self.file = file
    self.contents = contents
  }

  /// All files of the result, the manifest first.
  var names: [String] { contents.names(of: file) }

  var keepsTrials: Bool { contents == .run(keepsTrials: true) }

  /// The journal of finished units, after a check that the folder can be written to; nil if the
  /// result is complete.
  ///
  /// - Parameters:
  ///   - startsOver: whether existing data is deleted.
  ///   - journal: opens or creates the journal at a path.
  func open<Record>(
    startsOver: Bool,
    journal: (String, EarlierWork) throws(ResultError) -> Journal<Record>
  ) throws(ResultError) -> Journal<Record>? {
    try withFiles { () throws(FileError) in try FileSystem.createFolder(path) }
    try requireOwnFiles()
    let journal = try journal(place(Self.journalName), EarlierWork(startsOver: startsOver))
    do throws(ResultError) {
      if startsOver { try clear() }
      if try isComplete(hasJournal: journal.wasThere) {
        try journal.remove()
        return nil
      }
    } catch {
      if !journal.wasThere { try? journal.remove() }
      throw error
    }
    return journal
  }

  /// Writes the result, and removes the journal.
  func complete<Record>(
    _ files: [ResultFile], log: JSONValue, journal: Journal<Record>
  ) throws(ResultError) {
    let manifest = Manifest.json(of: file, files: files)
    let all =
      files + [
        ResultFile(name: ResultContents.logName, bytes: Self.bytes(of: log)),
        ResultFile(name: Manifest.name, bytes: Self.bytes(of: manifest)),
      ]
    for file in all {
      try withFiles { () throws(FileError) in
        try FileSystem.write(file.bytes, to: place(file.name))
      }
    }
    try journal.remove()
  }

  /// The bytes of a file of the result.
  func read(_ name: String) throws(ResultError) -> [UInt8] {
    guard let bytes = try stored(name) else {
      throw ResultError(.unreadable, "'\(place(name))' is missing")
    }
    return bytes
  }

  /// The bytes of a file in the folder; nil if there is none of that name.
  func stored(_ name: String) throws(ResultError) -> [UInt8]? {
    try withFiles { () throws(FileError) in try FileSystem.readStored(place(name)) }
  }

  private static func bytes(of value: JSONValue) -> [UInt8] {
    Array((value.text(.indented) + "\n").utf8)
  }

  func place(_ name: String) -> String { "\(path)/\(name)" }

  // MARK: An earlier result

  /// Removes the files of an earlier result, and nothing else.
  private func clear() throws(ResultError) {
    try withFiles { () throws(FileError) in
      for name in names { try FileSystem.remove(place(name)) }
    }
  }

  /// Whether the result is complete; throws if the folder has another result.
  private func isComplete(hasJournal: Bool) throws(ResultError) -> Bool {
    try withFiles { () throws(FileError) in
      for name in names { try FileSystem.removeTemporaries(of: name, in: path) }
    }
    guard let text = try stored(Manifest.name) else {
      if !hasJournal { try refuseLeftovers() }
      return false
    }
    guard let manifest = Manifest(text) else {
      throw occupied("its \(Manifest.name) cannot be read")
    }
    if let fields = ScenarioDifferences(there: manifest.scenario, here: file.json).text {
      throw occupied("it has another result (\(fields))")
    }
    if manifest.format != ResultVersion.format {
      throw occupied(
        "its result has format \(manifest.format), and this version writes format "
          + "\(ResultVersion.format)")
    }
    if manifest.version != ResultVersion.version {
      throw occupied("its result is from version \(manifest.version.shortened)")
    }
    if let difference = manifest.difference(fromResultOf: file) {
      throw occupied("its \(Manifest.name) does not match its scenario: \(difference)")
    }
    if keepsTrials && !manifest.files.contains(where: { $0.name == ResultContents.trialsName }) {
      throw occupied("its result has no trials.csv, because it was run without --per-trial")
    }
    try requireListedFiles(of: manifest)
    return true
  }

  /// The manifest must list the files of a result, and they must be as it says.
  private func requireListedFiles(of manifest: Manifest) throws(ResultError) {
    if let problem = contents.problem(withListed: manifest.files.map(\.name), of: file) {
      throw occupied("its \(Manifest.name) is wrong: \(problem)")
    }
    for (name, digest) in manifest.files {
      if try stored(name).map({ SHA256.hash($0).description }) != digest {
        throw occupied("its \(name) does not match its \(Manifest.name)")
      }
    }
  }

  /// Refuses files of a result without a manifest.
  private func refuseLeftovers() throws(ResultError) {
    for name in names {
      if try withFiles({ () throws(FileError) in try FileSystem.exists(place(name)) }) {
        throw occupied("it has a \(name), but no \(Manifest.name)")
      }
    }
  }

  private func occupied(_ reason: String) -> ResultError {
    ResultError(
      .uncreatable,
      "folder '\(path)' is left unchanged: \(reason); use --out for another folder, "
        + "or --force to start over")
  }
}
