import Foundation

/// Finds things beside and above a test file, whose path the compiler knows.
package enum TestFolder {
  /// The `Tests` folder a file is in.
  package static func root(of filePath: String) -> URL {
    ancestors(of: filePath).first { $0.lastPathComponent == "Tests" }
      ?? URL(filePath: filePath).deletingLastPathComponent()
  }

  /// The folder of a file and those around it, up to the root, the innermost first.
  package static func ancestors(of filePath: String) -> [URL] {
    var folders: [URL] = []
    var folder = URL(filePath: filePath).deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      folders.append(folder)
      folder.deleteLastPathComponent()
    }
    return folders
  }
}
