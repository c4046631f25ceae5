import JSON
import Scenarios
import TestSupport
import Testing

struct BundledScenarioTests {
  @Test func thereAreManyAndTheyHaveCanaries() throws {
    let names = try BundledScenario.fileNames()
    #expect(names.count >= 15)
    #expect(names.filter { $0.hasPrefix("canary-") }.count >= 2)
    #expect(names.filter { $0.hasPrefix("blocs-") }.count >= 8)
  }

  @Test(arguments: try BundledScenario.fileNames())
  func decodesAndClaimsSomething(file: String) throws {
    let scenario = try ScenarioFile(parsing: BundledScenario.text(of: file))
    #expect(scenario.name + ".json" == file)
    #expect(scenario.description.hasSuffix("."))
    #expect(!scenario.expectations.isEmpty)
    #expect(try ScenarioFile(parsing: scenario.json.text()) == scenario)
  }
}
