import Testing

/// What could make two runs of one scenario and seed differ is refused in the source.
@Suite struct DeterminismTests {
  @Test func resultBearingSourcesFollowTheRules() throws {
    let targets = DeterminismRules.pureTargets + DeterminismRules.edgeTargets
    #expect(!targets.isEmpty)
    let sources = try targets.map { try Repository.sources(of: $0) }
    let project = sources.flatMap { $0 }
    for (target, own) in zip(targets, sources) {
      #expect(!own.isEmpty)
      let rules = DeterminismRules.rules(for: target, own: own, project: project)
      let findings = own.flatMap { source in rules.flatMap { $0.findings(in: source) } }
      let report = findings.map(\.description).joined(separator: "\n")
      #expect(findings.isEmpty, "\(target) breaks the rules of determinism\n\(report)")
    }
  }

  /// A new room is named in one of the lists, or nobody would look at it.
  @Test func everyRoomIsInOneOfTheLists() throws {
    let listed =
      DeterminismRules.pureTargets + DeterminismRules.edgeTargets + DeterminismRules.freeTargets
    let rooms = try PackageManifest.ofRepository().targets.map(\.folder)
      .filter { $0.hasPrefix("Sources/") }.map { String($0.dropFirst("Sources/".count)) }
    #expect(rooms.sorted() == listed.sorted())
  }
}
