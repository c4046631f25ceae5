import Testing

/// Reports only report: values come in, bytes go out.
@Suite struct ReportingTests {
  private func findings(in own: [SwiftSource], sciences: [SwiftSource]) -> [ScanRule.Finding] {
    let rules = ReportingRules.rules(own: own, sciences: sciences)
    return own.flatMap { source in rules.flatMap { $0.findings(in: source) } }
  }

  @Test func reportsStartNoCalculation() throws {
    let own = try Repository.sources(of: ReportingRules.target)
    let sciences = try ReportingRules.sciences.flatMap { try Repository.sources(of: $0) }
    #expect(!own.isEmpty && ReportingRules.types(in: sciences).count > 100)
    let found = findings(in: own, sciences: sciences)
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  private static let science = SwiftSource(
    """
    public struct Certificate { public init(_ question: Int) {} }
    public enum Words { case one }
    final class World { struct Entry {} }
    struct Line {}
    """)

  @Test(arguments: [
    ("let c = Certificate(question)", [1]),
    ("let c: Certificate\nlet d = Certificate.init(question)", [2]),
    ("cells.map(World.init)", [1]),
    ("for w in world.findings(in: votes) { _ = w }", [1]),
    ("extension Certificate { var text: String { words.one } }", []),
    ("func text(_ c: Certificate, as w: Words) -> [Certificate] { [] }", []),
    ("struct Line { let a: Int }\nlet l = Line(a: 1)", []),
    ("// reads back: what was written\nlet c = Certificate(text: t)", []),
    ("// reads back:\nlet c = Certificate(text: t)", [2]),
  ])
  func whatIsMadeOfAScienceIsFound(text: String, lines: [Int]) {
    let found = findings(
      in: [SwiftSource(text, path: "Sources/Reports/A.swift")], sciences: [Self.science])
    #expect(found.map(\.line) == lines)
  }
}
