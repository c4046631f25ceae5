import Foundation
import JSON
import Scenarios
import TestSupport
import Testing

struct BundledScenarioTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scenarios").standardized

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.sorted()
  }

  @Test func thereAreManyAndTheyHaveCanaries() throws {
    let names = try Self.names()
    #expect(names.count >= 15)
    #expect(names.filter { $0.hasPrefix("canary-") }.count >= 2)
    #expect(names.filter { $0.hasPrefix("blocs-") }.count >= 8)
  }

  @Test(arguments: try names())
  func decodesAndClaimsSomething(file: String) throws {
    let text = try Data(contentsOf: Self.folder.appending(path: file))
    let scenario = try ScenarioFile(parsing: [UInt8](text))
    #expect(scenario.name + ".json" == file)
    #expect(scenario.description.hasSuffix("."))
    #expect(!scenario.expectations.isEmpty)
    #expect(try ScenarioFile(parsing: scenario.json.text()) == scenario)
  }
}
