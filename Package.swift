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
        "Text", "JSON", "CSV", "Consensus", "Maths", "Simulation", "Statistics", "Agents",
        "Detection", "Metrics", "Guarantees", "Scenarios", "Exactness", "Experiments", "Tuning",
        "Files", "Replay", "Votes", "Reports", "Results", "CommandLineTool",
      ]),
  ],
  targets: [
    .room("Text"),
    .room("JSON", imports: ["Text"]),
    .room("CSV", imports: ["Text"]),
    .room("Markup"),
    .room("Consensus", imports: ["Text", "JSON"]),
    .room("Maths"),
    .room("Simulation", imports: ["Maths"]),
    .room("Forms", imports: ["Text", "JSON", "Simulation"]),
    .room("Statistics", imports: ["Maths"]),
    .room("Agents", imports: ["Text", "JSON", "Consensus", "Simulation", "Forms"]),
    .room("Detection", imports: ["Text", "Consensus", "Maths", "Statistics"]),
    .room("Metrics", imports: ["Text", "JSON", "Statistics", "Detection"]),
    .room("Guarantees", imports: ["Text", "Consensus", "Maths"]),
    .room(
      "Scenarios",
      imports: [
        "Text", "JSON", "Consensus", "Simulation", "Forms", "Agents", "Detection", "Metrics",
        "Guarantees",
      ]),
    .room(
      "Exactness", imports: ["Consensus", "Maths", "Simulation", "Agents", "Metrics", "Scenarios"]),
    .room(
      "Experiments",
      imports: [
        "Text", "JSON", "Consensus", "Simulation", "Statistics", "Agents", "Detection", "Metrics",
        "Guarantees", "Scenarios", "Exactness",
      ]),
    .room(
      "Tuning",
      imports: [
        "Text", "JSON", "Consensus", "Maths", "Statistics", "Agents", "Metrics", "Guarantees",
        "Scenarios", "Exactness", "Experiments",
      ]),
    .room("Drawing", imports: ["Maths", "Markup"]),
    .room("Files"),
    .room("Replay", imports: ["Text", "JSON", "Consensus"]),
    .room("Votes", imports: ["Text", "CSV", "Consensus", "Detection", "Replay"]),
    .room("SampleElectorates", imports: ["Consensus", "Simulation", "Detection"]),
    .room(
      "Reports",
      imports: [
        "Text", "JSON", "CSV", "Markup", "Consensus", "Simulation", "Statistics", "Agents",
        "Detection",
        "Metrics", "Guarantees", "Scenarios", "Exactness", "Experiments", "Tuning", "Votes",
      ]),
    .room(
      "Results",
      imports: [
        "Text", "JSON", "CSV", "Consensus", "Metrics", "Scenarios", "Exactness", "Experiments",
        "Tuning", "Files", "Reports",
      ]),
    .room(
      "Benchmarks",
      imports: [
        "Text", "JSON", "Consensus", "Maths", "Detection", "Metrics", "Guarantees", "Scenarios",
        "Exactness", "Experiments", "Files", "SampleElectorates",
      ]),
    .room(
      "CommandLineTool",
      imports: [
        "Text", "JSON", "CSV", "Consensus", "Forms", "Agents", "Detection", "Metrics", "Guarantees",
        "Scenarios", "Exactness", "Experiments", "Tuning", "Files", "Replay", "Votes", "Reports",
        "Results",
        "Benchmarks",
      ]),
    .executableTarget(
      name: "BlocStudy", dependencies: ["Statistics", "Detection", "SampleElectorates"],
      swiftSettings: .strict),
    .executableTarget(name: "quorumlab", dependencies: ["CommandLineTool"], swiftSettings: .strict),
    // The program of the package in Tests/Example, built here too so that tests can run it.
    .executableTarget(
      name: "Example",
      dependencies: [
        "Consensus", "Simulation", "Agents", "Detection", "Scenarios", "CommandLineTool",
      ], path: "Tests/Example", exclude: ["Package.swift", "example.json"], swiftSettings: .strict),
    .executableTarget(
      name: "PlantedBugs", path: "Tests/PlantedBugs", exclude: ["Bugs"], swiftSettings: .strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: .strict),
    .target(
      name: "ConsensusTestSupport", dependencies: ["Consensus", "TestSupport"],
      path: "Tests/ConsensusTestSupport", swiftSettings: .strict),
    .tests("TestSupport", data: ["Fixtures", "Snapshots"]),
    .tests("Project"),
    .tests("PlantedBugs", imports: ["PlantedBugs"]),
    .tests("Text", imports: ["Text"]),
    .tests("JSON", imports: ["Text", "JSON"], data: ["Fixtures"]),
    .tests("CSV", imports: ["CSV"]),
    .tests("Markup", imports: ["Markup"]),
    .tests(
      "Consensus", imports: ["Text", "JSON", "Consensus", "ConsensusTestSupport"],
      data: ["Fixtures", "Protocol/Snapshots"]),
    .tests("Maths", imports: ["Maths"], data: ["Fixtures"]),
    .tests("Simulation", imports: ["Simulation"], data: ["Fixtures"]),
    .tests("Statistics", imports: ["Maths", "Statistics"], data: ["Fixtures"]),
    .tests(
      "Agents",
      imports: [
        "JSON", "Consensus", "Simulation", "Statistics", "Agents", "Metrics", "Scenarios",
        "Experiments", "Reports",
      ]),
    .tests(
      "Detection", imports: ["Consensus", "Maths", "Statistics", "Detection"], data: ["Fixtures"]),
    .tests(
      "Metrics",
      imports: ["Text", "JSON", "Statistics", "Detection", "Metrics", "Scenarios", "Experiments"],
      data: ["Definition/Snapshots"]),
    .tests(
      "Guarantees", imports: ["JSON", "Consensus", "ConsensusTestSupport", "Guarantees"],
      data: ["Fixtures"]),
    .tests(
      "Scenarios",
      imports: [
        "Text", "JSON", "Consensus", "Simulation", "Forms", "Agents", "Detection", "Metrics",
        "Scenarios",
      ], data: ["Fixtures", "Snapshots", "check_schema.py"]),
    .tests(
      "Exactness",
      imports: [
        "JSON", "CSV", "Consensus", "Simulation", "Statistics", "Agents", "Metrics", "Scenarios",
        "Exactness", "Experiments",
      ], data: ["Fixtures"]),
    .tests(
      "Experiments",
      imports: [
        "JSON", "Agents", "Consensus", "ConsensusTestSupport", "Statistics", "Detection", "Metrics",
        "Guarantees", "Scenarios", "Exactness", "Experiments",
      ]),
    .tests(
      "Tuning",
      imports: [
        "JSON", "Consensus", "Maths", "Statistics", "Agents", "Metrics", "Guarantees", "Scenarios",
        "Exactness", "Experiments", "Tuning",
      ]),
    .tests("Drawing", imports: ["Markup", "Drawing"]),
    .tests("Files", imports: ["Files"]),
    .tests("Replay", imports: ["Text", "JSON", "Consensus", "Replay"], data: ["Fixtures"]),
    .tests("Votes", imports: ["Text", "Consensus", "Votes"]),
    .tests("SampleElectorates", imports: ["Consensus", "Detection", "SampleElectorates"]),
    .tests(
      "Reports",
      imports: [
        "Text", "JSON", "CSV", "Consensus", "Metrics", "Guarantees", "Scenarios", "Exactness",
        "Experiments", "Tuning", "Reports",
      ], data: ["Summary/Snapshots", "Verdicts/Snapshots"]),
    .tests(
      "Results",
      imports: [
        "Text", "JSON", "CSV", "Consensus", "Metrics", "Scenarios", "Exactness", "Experiments",
        "Tuning", "Reports", "Results",
      ]),
    .tests("Benchmarks", imports: ["Benchmarks"]),
    .tests(
      "CommandLineTool",
      imports: [
        "Text", "JSON", "CSV", "Consensus", "Agents", "Detection", "Metrics", "Scenarios",
        "Experiments", "Files", "Reports", "Results", "CommandLineTool",
      ],
      data: [
        "Fixtures", "Commands/Guarantees/Snapshots", "Whole/reproduce_trials.py",
        "Completions/Snapshots", "Help/Snapshots",
      ]),
    .tests(
      "Integration",
      imports: [
        "JSON", "CSV", "Consensus", "ConsensusTestSupport", "Simulation", "Agents", "Metrics",
        "Guarantees", "Scenarios", "Exactness", "Experiments", "Reports", "Results",
      ], data: ["Golden/Snapshots"]),
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

extension [SwiftSetting] {
  /// One compiler for all files of a target, instead of two that share them and a third that writes
  /// the module: in tests, each of these expands all macros, which is a third of their work.
  ///
  /// Nor is there anything for a debugger, since a failure says where it is: that is another tenth.
  /// Nothing depends on tests, so that nobody is barred from this package by unsafe flags.
  static var compiledAtOnce: [SwiftSetting] {
    let flags = [
      "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "1",
      "-no-emit-module-separately-wmo", "-gnone",
    ]
    return [.unsafeFlags(flags, .when(configuration: .debug))]
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
      swiftSettings: .strict + .compiledAtOnce)
  }
}
