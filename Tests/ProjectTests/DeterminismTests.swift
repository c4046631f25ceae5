import Testing

/// What could make two runs of one scenario and seed differ is refused in the source.
@Suite struct DeterminismTests {
  @Test func resultBearingSourcesFollowTheRules() throws {
    let existing = try Repository.folders(in: "Sources")
    let targets = (DeterminismRules.pureTargets + DeterminismRules.edgeTargets)
      .filter(existing.contains)
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
}
