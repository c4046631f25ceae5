import Consensus
import Foundation
import JSON
import Scenarios
import TestSupport
import Testing

@testable import CommandLineTool
@testable import Results

/// What `results/bundled` holds of the bundled scenarios is what the code and the scenarios give.
///
/// Where a change is meant, `results/regenerate.sh` writes all of it anew.
struct PublishedResultsTests {
  private static let results = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../results").standardized

  private static let bundled = results.appending(path: "bundled")

  private static func names() throws -> [String] { try names(of: BundledScenario.fileNames()) }

  private static func names(of files: [String]) -> [String] {
    files.map { String($0.dropLast(".json".count)) }
  }

  private static func text(of name: String) throws -> String {
    try BundledScenario.text(of: "\(name).json")
  }

  private static func detects(_ file: ScenarioFile) -> Bool {
    !file.cells[0].scenario.detectors.isEmpty
  }

  /// The lines of `digests.txt`, as `shasum` writes them.
  private static func digests() throws -> [String] {
    try String(contentsOf: results.appending(path: "digests.txt"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  @Test(
    arguments: names(
      of: Effort.some(of: try BundledScenario.fileNamesToRun(), inDebugEvery: 3)))
  func smallerRunsGiveTheBytesThatWereKept(name: String) async throws {
    let text = try Self.text(of: name)
    let file = try ScenarioFile(parsing: text)
    let folder = TemporaryFolder()
    let outcome = await Program.quorumlab.outcome(
      of: [
        "run", "\(name).json", "--quiet", "--out", folder.path,
        "--trials", Self.detects(file) ? "1" : "20",
      ], in: .init(files: ["\(name).json": text]))
    #expect(outcome.status == .success)
    let tables = try folder.files().filter { $0.key.hasSuffix(".csv") }
    let digests = tables.sorted { $0.key < $1.key }.map { table, bytes in
      "\(SHA256.hash(bytes))  \(name)/\(table)"
    }
    let kept = try Self.digests().filter { $0.contains("  \(name)/") }
    #expect(digests == kept, "results/regenerate.sh computes all anew")
  }

  /// The manifest says which scenario and which bytes; nothing else may be in the folder.
  @Test(arguments: try names())
  func theManifestIsOfThisScenarioAndOfTheseFiles(name: String) throws {
    let file = try ScenarioFile(parsing: Self.text(of: name))
    let folder = Self.bundled.appending(path: name)
    let tables = ["summary.csv"] + (Self.detects(file) ? ["blocs.csv"] : [])
    let files = try tables.map { table in
      ResultFile(
        name: table, bytes: [UInt8](try Data(contentsOf: folder.appending(path: table))))
    }
    let manifest = try String(
      contentsOf: folder.appending(path: Manifest.name), encoding: .utf8)
    #expect(
      manifest == Manifest.json(of: file, files: files).text(.indented) + "\n",
      "results/regenerate.sh computes all anew")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(
      Set(names).subtracting([ResultContents.logName]) == Set(tables + [Manifest.name]))
  }

  /// The recommendation is kept with the digests of the tables, and all of it can be made again.
  @Test(arguments: try names().filter { $0.hasPrefix("tune-") })
  func theBestSettingsAreOfThisScenario(name: String) async throws {
    let kept = Self.bundled.appending(path: "\(name)-tune")
    func bytes(_ file: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: kept.appending(path: file)))
    }
    let manifest = try #require(Manifest(try bytes(Manifest.name)))
    let file = try ScenarioFile.checked(
      Array(Self.text(of: name).utf8), overrides: [], vocabulary: .standard, isTuned: true
    ).file
    #expect(manifest.scenarioDigest == file.digest.description)
    for small in ["recommendation.json", "worst-adversary.json"] {
      #expect(
        manifest.files.first { $0.name == small }?.digest
          == SHA256.hash(try bytes(small)).description, "\(small)")
    }
    // Without optimisation it takes too long, and with it thirty-one voters do.
    guard Effort.isWhole && name != "tune-thirty-one" else { return }
    let folder = TemporaryFolder()
    let outcome = await Program.quorumlab.outcome(
      of: "tune s.json --quiet --out \(folder.place("four"))",
      in: .init(files: ["s.json": try Self.text(of: name)]))
    #expect(outcome.status == .success)
    for listed in manifest.files {
      let made = try folder.files(in: "four")[listed.name] ?? []
      #expect(SHA256.hash(made).description == listed.digest, "\(listed.name)")
    }
  }

  @Test func allScenariosAndNoOthersAreKeptInLittleSpace() throws {
    let names = try Self.names()
    let kept = try Self.digests().compactMap { line in
      line.split(separator: " ").last?.split(separator: "/").first.map(String.init)
    }
    #expect(Set(kept) == Set(names))
    let bytes = try names.reduce(0) { sum, name in
      let folder = Self.bundled.appending(path: name)
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(sum) {
        let path = folder.appending(path: $1).path
        return try $0 + (FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0)
      }
    }
    #expect(bytes < 5_000_000)
  }
}
