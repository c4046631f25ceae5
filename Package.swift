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
        "JSON", "Consensus", "Maths", "Simulation", "Agents", "Statistics", "Guarantees",
        "Detection", "Metrics", "Scenarios", "Experiments", "Reports", "Results", "Files", "Replay",
        "CSV",
      ]),
  ],
  targets: [
    .room("JSON"),
    .room("Consensus", imports: ["JSON"]),
    .room("Maths"),
    .room("Simulation", imports: ["Maths"]),
    .room("Agents", imports: ["Consensus", "Simulation"]),
    .room("Statistics", imports: ["Maths"]),
    .room("Guarantees", imports: ["Consensus", "Statistics"]),
    .room("Detection", imports: ["Maths", "Consensus", "Statistics"]),
    .room("Metrics", imports: ["JSON", "Statistics", "Detection"]),
    .room(
      "Scenarios",
      imports: ["JSON", "Consensus", "Simulation", "Agents", "Detection", "Metrics"]),
    .room(
      "Experiments",
      imports: [
        "JSON", "Consensus", "Simulation", "Agents", "Statistics", "Guarantees", "Detection",
        "Metrics", "Scenarios",
      ]),
    .room(
      "Reports",
      imports: [
        "JSON", "CSV", "Consensus", "Replay", "Agents", "Statistics", "Guarantees", "Detection",
        "Metrics", "Scenarios", "Experiments",
      ]),
    .room("Files"),
    .room(
      "Results",
      imports: ["JSON", "Consensus", "Metrics", "Scenarios", "Experiments", "Files"]),
    .room("CSV", imports: ["JSON"]),
    .room("Replay", imports: ["JSON", "CSV", "Consensus"]),
    .room(
      "Benchmarks",
      imports: [
        "JSON", "Maths", "Consensus", "Guarantees", "Detection", "Scenarios", "Experiments",
        "Files",
      ]),
    .room(
      "CommandLineTool",
      imports: [
        "JSON", "Consensus", "Replay", "Guarantees", "Detection", "Metrics", "Scenarios",
        "Experiments", "Reports", "Files", "Results", "Benchmarks",
      ]),
    .executableTarget(
      name: "BlocStudy", dependencies: ["Consensus", "Simulation", "Statistics", "Detection"],
      swiftSettings: .strict),
    .executableTarget(
      name: "quorumlab", dependencies: ["CommandLineTool"], swiftSettings: .strict),
    .executableTarget(
      name: "PlantedBugs", path: "Tests/PlantedBugs", exclude: ["Bugs"], swiftSettings: .strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: .strict),
    .tests("TestSupport", data: ["Fixtures", "Snapshots"]),
    .tests("Project"),
    .tests("PlantedBugs", imports: ["PlantedBugs"]),
    .tests("JSON", imports: ["JSON"], data: ["Fixtures"]),
    .tests("Consensus", imports: ["JSON", "Consensus"], data: ["Fixtures", "Protocol/Snapshots"]),
    .tests("Maths", imports: ["Maths"], data: ["Fixtures"]),
    .tests("Statistics", imports: ["Maths", "Statistics"], data: ["Fixtures"]),
    .tests(
      "Detection", imports: ["Maths", "Consensus", "Statistics", "Detection"], data: ["Fixtures"]),
    .tests(
      "Metrics",
      imports: [
        "JSON", "Consensus", "Statistics", "Detection", "Metrics", "Scenarios", "Experiments",
      ], data: ["Definition/Snapshots"]),
    .tests("Simulation", imports: ["Simulation"], data: ["Fixtures"]),
    .tests(
      "Guarantees",
      imports: [
        "JSON", "Consensus", "Guarantees", "Metrics", "Scenarios", "Experiments", "Reports",
      ],
      data: ["Fixtures", "Exact/Fixtures"]),
    .tests(
      "Agents",
      imports: [
        "JSON", "Consensus", "Simulation", "Agents", "Metrics", "Scenarios", "Experiments",
        "Reports",
      ]),
    .tests(
      "Scenarios",
      imports: ["JSON", "Consensus", "Simulation", "Agents", "Detection", "Scenarios"],
      data: ["Fixtures", "Snapshots", "check_schema.py"]),
    .tests(
      "Experiments",
      imports: [
        "JSON", "Consensus", "Simulation", "Statistics", "Detection", "Metrics", "Scenarios",
        "Experiments",
      ]),
    .tests(
      "Reports",
      imports: [
        "JSON", "CSV", "Consensus", "Agents", "Guarantees", "Metrics", "Scenarios",
        "Experiments", "Reports",
      ],
      data: ["Summary/Snapshots", "Verdicts/Snapshots"]),
    .tests("CSV", imports: ["CSV"]),
    .tests("Files", imports: ["Files"]),
    .tests(
      "Results", imports: ["JSON", "Consensus", "Metrics", "Scenarios", "Experiments", "Results"]),
    .tests("Benchmarks", imports: ["Benchmarks"]),
    .tests("Replay", imports: ["JSON", "Replay"], data: ["Fixtures"]),
    .tests(
      "CommandLineTool",
      imports: [
        "JSON", "CSV", "Consensus", "Scenarios", "Experiments", "Results", "CommandLineTool",
      ],
      data: ["Fixtures", "Commands/Snapshots", "Completions/Snapshots", "Help/Snapshots"]),
    .tests("quorumlab", imports: ["quorumlab"]),
  ]
)

extension [SwiftSetting] {
  /// The settings of every target: Swift 6 with strict concurrency, and no warning left standing.
  static var strict: [SwiftSetting] { [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)] }
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
