import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// The pages that are made from the tables in the code are those in the documentation catalogue.
struct ReferencePageTests {
  private static let catalogue = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/QuorumLab.docc")

  /// The page on each topic.
  private static let pages: [(topic: String?, file: String)] = [
    ("fields", "ScenarioFields.md"), ("strategies", "Strategies.md"),
    ("safeguards", "Safeguards.md"), ("metrics", "Metrics.md"), ("detectors", "Detectors.md"),
    ("guarantees", "Guarantees.md"),
    (nil, "CommandLine.md"),
  ]

  @Test func everyTopicHasAPage() {
    #expect(Self.pages.compactMap(\.topic) == HelpTopic.allCases.map(\.rawValue))
  }

  @Test(arguments: pages.indices)
  func thePageIsTheOneInTheCatalogue(index: Int) async {
    let (topic, file) = Self.pages[index]
    let words = ["help", topic, "--format", "markdown"].compactMap(\.self)
    let outcome = await Program.quorumlab.outcome(of: words)
    #expect(outcome.status == .success)
    Snapshot.expect(outcome.output, equals: file, in: Self.catalogue)
  }
}
