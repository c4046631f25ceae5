import Foundation
import Synchronization

/// The files of the repository these tests stand in.
enum Repository {
  /// The folder of the manifest, three steps above this file.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folders straight inside a folder, by name.
  static func folders(in folder: String) throws -> [String] {
    let url = root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: url.path).filter { name in
      var isFolder: ObjCBool = false
      let path = url.appending(path: name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }.sorted()
  }

  /// The files somewhere inside a folder that end a certain way, as paths from the root.
  ///
  /// Fixtures are data, whatever they look like.
  static func files(in folder: String, suffix: String) throws -> [String] {
    let url = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: url.path)
      .filter { $0.hasSuffix(suffix) && !"/\($0)".contains("/Fixtures/") }
      .map { "\(folder)/\($0)" }.sorted()
  }

  /// The texts for readers at the root, and those of the documentation catalogue.
  static func pages() throws -> [String] {
    let here = try FileManager.default.contentsOfDirectory(atPath: root.path)
    return here.filter { $0.hasSuffix(".md") }.sorted()
      + (try files(in: "Sources/QuorumLab.docc", suffix: ".md"))
  }

  static func text(of path: String) throws -> String {
    try String(decoding: Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  /// The sources of one target, read.
  static func sources(of target: String) throws -> [SwiftSource] {
    try sources(in: "Sources/\(target)")
  }

  /// The sources in a folder, read.
  static func sources(in folder: String) throws -> [SwiftSource] {
    try files(in: folder, suffix: ".swift").map { try source(at: $0) }
  }

  /// What was read before: several tests look at all sources.
  private static let known = Mutex<[String: SwiftSource]>([:])

  private static func source(at path: String) throws -> SwiftSource {
    if let source = known.withLock({ $0[path] }) { return source }
    let source = SwiftSource(try text(of: path), path: path)
    known.withLock { $0[path] = source }
    return source
  }
}
