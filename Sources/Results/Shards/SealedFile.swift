import Consensus
import Files
import JSON
import Text

/// A file with the results of some units, with a checksum over all but how it came about.
struct SealedFile {
  /// Where the results come from.
  let origin: JSONCursor
  /// The results, one a unit.
  let units: [JSONCursor]
  private let path: String
  private let log: ProblemLog

  /// The text of such a file.
  ///
  /// - Parameter provenance: where and when it was computed, outside the checksum.
  static func text(
    of origin: Provenance, units: [JSONValue], provenance: JSONValue
  ) -> String {
    let content: JSONValue = ["origin": origin.json, "units": .array(units)]
    let whole: JSONValue = [
      "content": content, "sha256": .string(checksum(of: content)), "provenance": provenance,
    ]
    return whole.text() + "\n"
  }

  /// Refuses to delete a file that only has the name of one of these.
  static func requireOwn(_ path: String) throws(ResultError) {
    let text = try withFiles { () throws(FileError) in try FileSystem.readStored(path) } ?? []
    let start = Array(#"{"content":"#.utf8)
    // A file that was cut off is ours, too.
    guard text.starts(with: start) || start.starts(with: text) else {
      throw ResultError(
        .uncreatable,
        "'\(path)' is left unchanged: it was not written by this program; use another folder")
    }
  }

  /// Reads a file; throws its problems.
  init(_ path: String) throws(ResultError) {
    let bytes = try withFiles { () throws(FileError) in try FileSystem.readStored(path) } ?? []
    guard let document = try? JSONDocument(parsing: bytes) else {
      throw ResultError(.badData, "\(path): the file is damaged: it is not valid JSON")
    }
    let log = ProblemLog(document)
    let cursor = JSONCursor(document, log: log)
    guard let whole = cursor.fields(["content", "sha256", "provenance"]),
      let content = whole.required("content"), let parts = content.fields(["origin", "units"]),
      let origin = parts.required("origin"), let units = parts.required("units")?.array(),
      let checksum = whole.required("sha256")?.string()
    else { throw Self.damaged(path, log) }
    guard checksum == Self.checksum(of: content.node.value) else {
      throw ResultError(.badData, "\(path): the file is damaged: its checksum does not match")
    }
    self.origin = origin
    self.units = units
    self.path = path
    self.log = log
  }

  /// Throws unless the results come from this work.
  func require(_ expected: Provenance) throws(ResultError) {
    if let difference = expected.difference(from: origin.node.value) {
      throw ResultError(.badData, "\(path): the file belongs to other work: \(difference)")
    }
  }

  /// Throws the problems that were found while the results were read.
  func requireSound() throws(ResultError) {
    guard log.unplacedProblems.isEmpty else { throw Self.damaged(path, log) }
  }

  private static func checksum(of content: JSONValue) -> String {
    SHA256.hash(Array(content.text().utf8)).description
  }

  private static func damaged(_ path: String, _ log: ProblemLog) -> ResultError {
    ResultError(.badData, log.problems.map { "\(path):\($0)" })
  }
}
