import Foundation

/// The scenario files of the repository, in `scenarios/`.
public enum BundledScenario {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scenarios").standardized

  /// The names of the files, sorted.
  public static func fileNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.sorted()
  }

  /// What a file says.
  public static func text(of fileName: String) throws -> String {
    try String(contentsOf: folder.appending(path: fileName), encoding: .utf8)
  }
}
