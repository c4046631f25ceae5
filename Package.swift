// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "quorumlab",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "quorumlab", targets: ["quorumlab"]),
    .library(
      name: "QuorumLab",
      targets: [
        "Text", "JSON", "Consensus", "Maths", "Simulation", "Agents", "Statistics", "Guarantees",
        "Detection", "Scenarios", "Experiments", "Reports", "Results", "Files", "Replay",
        "CSV", "Votes",
      ]),
  ],
  targets: [
    .room("Text"),
    .room("JSON", imports: ["Text"]),
    .room("Consensus", imports: ["Text", "JSON"]),
    .room("Maths"),
    .room("Simulation", imports: ["Maths"]),
    .room("Agents", imports: ["Consensus", "Simulation"]),
    .room("Statistics", imports: ["Maths"]),
    .room("Guarantees", imports: ["Consensus"]),
    .room("Detection", imports: ["Consensus", "Maths", "Statistics"]),
    .room(
      "Scenarios", imports: ["Text", "JSON", "Consensus", "Simulation", "Agents", "Detection"]),
    .room(
      "Experiments",
      imports: [
        "JSON", "Consensus", "Simulation", "Agents", "Statistics", "Guarantees", "Detection",
        "Scenarios",
      ]),
    .room(
      "Reports",
      imports: [
        "Text", "JSON", "Consensus", "Simulation", "Agents", "Statistics", "Guarantees",
        "Detection", "Scenarios", "Experiments", "CSV", "Votes",
      ]),
    .room("Files"),
    .room("Results", imports: ["Text", "JSON", "Consensus", "Scenarios", "Experiments", "Files"]),
    .room("CSV", imports: ["Text"]),
    .room("Replay", imports: ["Text", "JSON", "Consensus"]),
    .room("Votes", imports: ["Text", "Consensus", "CSV", "Replay"]),
    .room("SampleElectorates", imports: ["Consensus", "Simulation", "Detection"]),
    .room(
      "Benchmarks",
      imports: [
        "Text", "JSON", "Consensus", "Maths", "Guarantees", "Detection", "Scenarios", "Experiments",
        "Files", "SampleElectorates",
      ]),
    .room(
      "CommandLineTool",
      imports: [
        "Text", "JSON", "Consensus", "Guarantees", "Detection", "Scenarios", "Experiments", "Files",
        "Results", "CSV", "Replay", "Votes", "Reports", "Benchmarks",
      ]),
    .executableTarget(
      name: "BlocStudy", dependencies: ["Statistics", "Detection", "SampleElectorates"],
      swiftSettings: .strict),
    .executableTarget(name: "quorumlab", dependencies: ["CommandLineTool"], swiftSettings: .strict),
    .executableTarget(
      name: "PlantedBugs", path: "Tests/PlantedBugs", exclude: ["Bugs"], swiftSettings: .strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: .strict),
    .tests("TestSupport", data: ["Fixtures", "Snapshots"]),
    .tests("Project"),
    .tests("PlantedBugs", imports: ["PlantedBugs"]),
    .tests("Text", imports: ["Text"]),
    .tests("JSON", imports: ["Text", "JSON"], data: ["Fixtures"]),
    .tests(
      "Consensus", imports: ["Text", "JSON", "Consensus"], data: ["Fixtures", "Protocol/Snapshots"]),
    .tests("Maths", imports: ["Maths"], data: ["Fixtures"]),
    .tests("Statistics", imports: ["Maths", "Statistics"], data: ["Fixtures"]),
    .tests(
      "Detection", imports: ["Consensus", "Maths", "Statistics", "Detection"], data: ["Fixtures"]),
    .tests("Simulation", imports: ["Simulation"], data: ["Fixtures"]),
    .tests(
      "Guarantees",
      imports: ["JSON", "Consensus", "Guarantees", "Scenarios", "Experiments", "Reports"],
      data: ["Fixtures", "Exact/Fixtures"]),
    .tests(
      "Agents",
      imports: [
        "JSON", "Consensus", "Simulation", "Agents", "Statistics", "Scenarios", "Experiments",
        "Reports",
      ]),
    .tests(
      "Scenarios",
      imports: ["Text", "JSON", "Consensus", "Simulation", "Agents", "Detection", "Scenarios"],
      data: ["Fixtures", "Snapshots", "check_schema.py"]),
    .tests(
      "Experiments",
      imports: ["Text", "JSON", "Consensus", "Statistics", "Detection", "Scenarios", "Experiments"]),
    .tests(
      "Reports",
      imports: [
        "JSON", "Consensus", "Agents", "Guarantees", "Scenarios", "Experiments", "CSV", "Reports",
      ],
      data: ["Summary/Snapshots", "Verdicts/Snapshots"]),
    .tests("CSV", imports: ["CSV"]),
    .tests("Files", imports: ["Files"]),
    .tests(
      "Results", imports: ["Text", "JSON", "Consensus", "Scenarios", "Experiments", "Results"]),
    .tests("Benchmarks", imports: ["Benchmarks"]),
    .tests("Replay", imports: ["Text", "JSON", "Replay"], data: ["Fixtures"]),
    .tests("Votes", imports: ["Text", "Consensus", "Votes"]),
    .tests("SampleElectorates", imports: ["Consensus", "Detection", "SampleElectorates"]),
    .tests(
      "CommandLineTool",
      imports: [
        "JSON", "Consensus", "Scenarios", "Experiments", "Results", "CSV", "CommandLineTool",
      ],
      data: ["Fixtures", "Commands/Snapshots", "Completions/Snapshots", "Help/Snapshots"]),
    .tests("quorumlab"),
  ]
)

extension [SwiftSetting] {
  /// The settings of every target: Swift 6 with strict concurrency, no warning left standing, and
  /// every file naming the modules it uses.
  static var strict: [SwiftSetting] {
    [
      .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
  }
}

extension Target {
  /// A library target with the settings of the house.
  static func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: .strict)
  }

  /// The tests of a room; they read the files in their data folders by path.
  static func tests(
    _ room: String, imports: [Target.Dependency] = [], data: [String] = []
  ) -> Target {
    .testTarget(
      name: room + "Tests", dependencies: imports + ["TestSupport"], exclude: data,
      swiftSettings: .strict)
  }
}
