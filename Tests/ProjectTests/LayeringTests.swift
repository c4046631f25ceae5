import Testing

@Suite struct LayeringTests {
  @Test func everyTargetIsInThePlan() throws {
    let targets = try Repository.folders(in: "Sources")
    #expect(!targets.isEmpty)
    #expect(targets.filter { Layering.plan[$0] == nil } == [])
  }

  @Test func importsFollowThePlan() throws {
    let findings = try Repository.folders(in: "Sources").flatMap { target in
      try Repository.sources(of: target).flatMap { Layering.findings(in: $0, of: target) }
    }
    #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
  }

  @Test func testFoldersMirrorSourceFolders() throws {
    let sources = try Repository.folders(in: "Sources")
    #expect(Layering.strays(among: try Repository.folders(in: "Tests"), sources: sources) == [])
  }

  @Test func thePlanHasNoWayBack() {
    var placed: Set<String> = []
    var rest = Set(Layering.plan.keys)
    while let next = rest.sorted().first(where: { Layering.plan[$0]?.isSubset(of: placed) == true })
    {
      placed.insert(next)
      rest.remove(next)
    }
    #expect(rest.isEmpty)
  }

  @Test func forbiddenImportsAreFound() {
    let source = SwiftSource(
      "import Agents\nimport Statistics\nimport Synchronization\nimport struct Simulation.Philox4x64",
      path: "Sources/Detection/Bloc.swift")
    #expect(
      Layering.findings(in: source, of: "Detection") == [
        "Sources/Detection/Bloc.swift:1: Detection may not import Agents",
        "Sources/Detection/Bloc.swift:4: Detection may not import Simulation",
      ])
  }

  @Test func strayTestFoldersAreFound() {
    let folders = ["JSONTests", "ProjectTests", "RegressionSeeds", "TestSupport", "MiscTests"]
    #expect(Layering.strays(among: folders, sources: ["JSON"]) == ["MiscTests"])
  }
}
