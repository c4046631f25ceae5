import Files
import Text

/// What in a folder belongs to a result, and what is somebody else's and stays.
extension ResultFolder {
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
    for name in entries where names.contains(name) { try require(name) }
    if entries.contains(Self.journalName) { return }
    let others = entries.filter { !mayStand($0) }
    if let name = others.first {
      let more = others.count > 1 ? " and \(others.count - 1) more" : ""
      throw foreign("it has other files: '\(name)'\(more)")
    }
  }

  /// Whether a file may stand in a new folder of a result.
  ///
  /// Hidden files say nothing about a folder, shards are often merged where they are, and a check of
  /// the same scenario may have been interrupted.
  private func mayStand(_ name: String) -> Bool {
    names.contains(name) || name.hasPrefix(".") || name.hasPrefix("shard-")
      || name == ResumableCheck.journalName
  }

  /// Whether a file with the name of ours was written by this program, in whatever version.
  private func isOwn(_ name: String) throws(ResultError) -> Bool {
    // A link is only replaced, and what it leads to stays.
    guard FileSystem.isRegularFile(place(name)) else { return false }
    let text = try stored(name) ?? []
    // Nothing is lost with an empty file.
    return text.isEmpty || contents.isOwn(name, text)
  }

  private func foreign(_ reason: String) -> ResultError {
    ResultError(
      .uncreatable,
      "folder '\(path)' is left unchanged: \(reason); use --out for another folder")
  }
}
