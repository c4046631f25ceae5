import Foundation

/// A folder of a test's own, removed with all that is in it once nobody holds it any more.
///
/// Keep it as a property of the suite: each test has its own instance, and with it its own folder.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Creates a folder.
  public init() {
    path = FileManager.default.temporaryDirectory
      .appending(path: "quorumlab-\(UUID().uuidString)").path(percentEncoded: false)
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("no folder for a test: \(error)")
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder.
  public func place(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and the folders it is in.
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let file = URL(filePath: place(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The bytes of a file.
  public func read(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: place(name))))
  }

  /// All files in the folder or one within it, hidden ones too, by their paths from there.
  public func files(in name: String = ".") throws -> [String: [UInt8]] {
    let root = place(name)
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      let file = "\(root)/\(path)"
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = try [UInt8](Data(contentsOf: URL(filePath: file)))
    }
    return files
  }
}
