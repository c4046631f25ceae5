import JSON
import Scenarios
import TestSupport
import Testing
import Text

/// Files that are right, and files that are wrong with the problems they must be refused with.
struct ScenarioFixtureTests {
  private static func names(in folder: String) throws -> [String] {
    try Fixture.names(in: folder).filter { $0.hasSuffix(".json") }
      .map { "\(folder)/\($0.dropLast(5))" }
  }

  private static func invalidNames() throws -> [String] {
    try names(in: "invalid") + names(in: "invalid/beyond-schema")
  }

  @Test(arguments: try names(in: "valid"))
  func decodes(name: String) throws {
    let file = try ScenarioFile(parsing: Fixture.bytes("\(name).json"))
    #expect(try ScenarioFile(parsing: file.json.text(.indented)) == file)
    for scenario in file.cells.map(\.scenario) {
      #expect(try ScenarioFile(parsing: scenario.json.text()).cells.map(\.scenario) == [scenario])
    }
  }

  @Test(arguments: try invalidNames())
  func isRefusedWithAllItsProblems(name: String) throws {
    let bytes = try Fixture.bytes("\(name).json")
    let error = #expect(throws: TextProblems.self) { try ScenarioFile(parsing: bytes) }
    let lines = (error?.problems ?? []).map { "\($0)\n" }.joined()
    Snapshot.expect(lines, equals: "../Fixtures/\(name).txt")
  }
}
