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

  /// The files to run in a test: all; without optimisation, of those with detectors, which take a
  /// hundred times as long there, two that are soon done.
  public static func fileNamesToRun() throws -> [String] {
    let few = ["blocs-clones.json", "blocs-capture-mimic.json"]
    return try fileNames().filter { Effort.isWhole || !$0.hasPrefix("blocs-") || few.contains($0) }
  }

  /// What a file says.
  public static func text(of fileName: String) throws -> String {
    try String(contentsOf: folder.appending(path: fileName), encoding: .utf8)
  }
}
