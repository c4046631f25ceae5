import Testing

@Suite struct LayeringTests {
  private static func layering() throws -> Layering { try read.get() }

  private static let read = Result { () throws -> Layering in
    let targets = try PackageManifest.ofRepository().targets
    let sources = try targets.map { ($0.name, try Repository.sources(in: $0.folder)) }
    return Layering(targets, sources: Dictionary(uniqueKeysWithValues: sources))
  }

  @Test func everyFolderIsATarget() throws {
    let known = try PackageManifest.ofRepository().targets.map(\.folder)
    for root in ["Sources", "Tests"] {
      let folders = try Repository.folders(in: root).map { "\(root)/\($0)" }
      #expect(!folders.isEmpty)
      let unknown = try folders.filter {
        try !known.contains($0) && !Repository.files(in: $0, suffix: ".swift").isEmpty
      }
      #expect(unknown == [])
    }
  }

  @Test func testFoldersMirrorSourceFolders() throws {
    let sources = try Repository.folders(in: "Sources")
    #expect(Layering.strays(among: try Repository.folders(in: "Tests"), sources: sources) == [])
  }

  @Test func testsStandBesideWhatTheyTest() throws {
    var count = 0
    for room in try Repository.folders(in: "Sources") {
      func files(_ folder: String) throws -> [String] {
        try Repository.files(in: folder, suffix: ".swift").map {
          String($0.dropFirst(folder.count + 1))
        }
      }
      guard try Repository.folders(in: "Tests").contains("\(room)Tests") else { continue }
      let tests = try files("Tests/\(room)Tests")
      count += tests.count
      #expect(Layering.misplaced(tests, sources: try files("Sources/\(room)")) == [], "\(room)")
    }
    #expect(count > 150)
  }

  @Test func misplacedTestsAreFound() {
    let sources = ["A.swift", "Sub/B.swift", "Sub/B+More.swift", "Other/C.swift"]
    let tests = [
      "ATests.swift", "Sub/BTests.swift", "Sub/Topic.swift", "Support/BTests.swift",
      "Other/ATests.swift", "BTests.swift", "Whole/AllTests.swift", "Support/Draw+A.swift",
      "Else/TopicTests.swift", "Whole/CTests.swift",
    ]
    #expect(
      Layering.misplaced(tests, sources: sources) == [
        "Support/BTests.swift", "Other/ATests.swift", "BTests.swift", "Else/TopicTests.swift",
        "Whole/CTests.swift",
      ])
  }

  @Test func everyImportIsDeclared() throws {
    let findings = try Self.layering().undeclaredImports
    #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
  }

  @Test func everyDependencyIsImported() throws {
    let findings = try Self.layering().idleDependencies
    #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
  }

  @Test func everyImportIsUsed() throws {
    let findings = try Self.layering().idleImports
    #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
  }

  @Test func strayTestFoldersAreFound() {
    let folders = ["JSONTests", "ProjectTests", "RegressionSeeds", "TestSupport", "MiscTests"]
    #expect(Layering.strays(among: folders, sources: ["JSON"]) == ["MiscTests"])
  }

  @Test func manifestsAreRead() {
    let manifest = PackageManifest(
      """
      targets: [
        .room("Maths"),
        .room(
          "Agents",
          imports: [
            "Consensus", "Maths",
          ]),
        .executableTarget(name: "Study", dependencies: ["Agents"], swiftSettings: .strict),
        .target(name: "Help", path: "Tests/Help"),
        .tests("Agents", imports: ["Agents"], data: ["Fixtures"]),
      ]
      """)
    #expect(
      manifest.targets == [
        .init(name: "Maths", folder: "Sources/Maths", dependencies: []),
        .init(name: "Agents", folder: "Sources/Agents", dependencies: ["Consensus", "Maths"]),
        .init(name: "Study", folder: "Sources/Study", dependencies: ["Agents"]),
        .init(name: "Help", folder: "Tests/Help", dependencies: []),
        .init(name: "AgentsTests", folder: "Tests/AgentsTests", dependencies: ["Agents"]),
      ])
  }

  @Test func undeclaredImportsAreFound() {
    let targets: [PackageManifest.Target] = [
      .init(name: "Maths", folder: "", dependencies: []),
      .init(name: "Statistics", folder: "", dependencies: ["Maths"]),
      .init(name: "Detection", folder: "", dependencies: ["Statistics"]),
      .init(name: "DetectionTests", folder: "", dependencies: ["Detection"]),
      .init(name: "TestSupport", folder: "", dependencies: []),
    ]
    let source = SwiftSource(
      "import Statistics\nimport Synchronization\n\nimport struct Maths.Root", path: "A")
    let test = SwiftSource(
      "import Statistics\nimport TestSupport\n@testable import Detection", path: "B")
    let layering = Layering(targets, sources: ["Detection": [source], "DetectionTests": [test]])
    #expect(
      layering.undeclaredImports == [
        "A:4: Detection does not declare Maths", "B:1: DetectionTests does not declare Statistics",
      ])
  }

  @Test func idleDependenciesAndImportsAreFound() {
    let targets: [PackageManifest.Target] = [
      .init(name: "Maths", folder: "", dependencies: []),
      .init(name: "Agents", folder: "", dependencies: ["Maths"]),
      .init(name: "AgentsTests", folder: "", dependencies: ["Agents", "Maths"]),
    ]
    let maths = """
      public struct Root { public init(of number: Int) {}; let secret = 1 }
      public enum Kind { case even, odd(Int) }
      extension Int { @inlinable public static func third() {}; func half() {} }
      """
    let layering = Layering(
      targets,
      sources: [
        "Maths": [SwiftSource(maths)],
        "Words": [SwiftSource("extension Word: ExpressibleByStringLiteral {}")],
        "Agents": [
          SwiftSource("import Words\nlet a = 1", path: "J"),
          SwiftSource("import Maths\nlet a = Root(of: 1)", path: "A"),
          SwiftSource("import Maths\nlet a: B = .init(of: 1)", path: "B"),
          SwiftSource("import Maths\nlet a = x == .odd(1)", path: "C"),
          SwiftSource("import Maths\nlet a = Int.third()", path: "D"),
          SwiftSource(
            "import Synchronization\nimport Maths\nlet a = 3.half() + x.secret", path: "E"),
        ],
        "AgentsTests": [
          SwiftSource("@testable import Maths\nlet a = x.secret", path: "F"),
          SwiftSource("import struct Maths.Root\nlet a = 1", path: "G"),
          SwiftSource("import Words\nlet a = 1", path: "I"),
          SwiftSource("import Maths\nlet a = Maths.root(2)", path: "H"),
        ],
      ])
    #expect(
      layering.idleImports == [
        "J:1: nothing of Words is used", "E:2: nothing of Maths is used",
        "G:1: nothing of Maths is used",
      ])
    #expect(layering.idleDependencies == ["AgentsTests declares Agents and never imports it"])
  }
}
