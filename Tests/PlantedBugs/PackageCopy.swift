import Foundation

/// A copy of the package with all bugs in it, each switched on by an environment variable.
///
/// It stays where it is from hunt to hunt, so that only what has changed is built again.
struct PackageCopy {
  /// The package that is copied.
  let root: URL
  /// Where the copy is.
  var folder: URL { root.appending(path: ".build/planted-bugs") }

  /// Brings the copy up to date, with some bugs numbered from 1.
  func update(with bugs: [PlantedBug]) throws {
    var contents: [String: Data] = [:]
    for path in try files(in: root) {
      contents[path] = try Data(contentsOf: root.appending(path: path))
    }
    let numbered = bugs.enumerated().map { (number: $0 + 1, bug: $1) }
    for (file, bugs) in Dictionary(grouping: numbered, by: \.bug.file) {
      let text = String(decoding: contents[file] ?? Data(), as: UTF8.self)
      contents[file] = Data(try Planting.plant(bugs, in: text).utf8)
      for (_, bug) in bugs {
        contents["Sources/\(bug.room)/PlantedBug.swift"] = Data(Planting.switchSource.utf8)
      }
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for path in try files(in: folder) where contents[path] == nil {
      try FileManager.default.removeItem(at: folder.appending(path: path))
    }
    for (path, data) in contents { try write(data, to: folder.appending(path: path)) }
  }

  private func write(_ data: Data, to file: URL) throws {
    if try FileManager.default.fileExists(atPath: file.path) && Data(contentsOf: file) == data {
      return
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// The files of a package, but for what was built and what git keeps.
  private func files(in folder: URL) throws -> [String] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: folder.path)
      .filter { $0 != ".build" && $0 != ".git" }
      .flatMap { name in
        let path = folder.appending(path: name).path
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return [String]() }
        if !isFolder.boolValue { return [name] }
        return try manager.subpathsOfDirectory(atPath: path).map { "\(name)/\($0)" }
          .filter { path in
            var isFolder: ObjCBool = false
            let exists = manager.fileExists(
              atPath: folder.appending(path: path).path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue
          }
      }
  }
}
