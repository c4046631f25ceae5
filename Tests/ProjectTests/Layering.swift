/// Which room may import which: the house's plan, checked against its walls.
enum Layering {
  /// A target, and those of ours it may import.
  static let plan: [String: Set<String>] = [
    "JSON": [],
    "Maths": [],
    "Consensus": ["JSON"],
    "CSV": ["JSON"],
    "Replay": ["JSON", "CSV", "Consensus"],
    "Simulation": ["Maths"],
    "Statistics": ["Maths"],
    "Agents": ["Consensus", "Simulation"],
    "Detection": ["Maths", "Consensus", "Statistics"],
    "Guarantees": ["Consensus", "Statistics"],
    "Metrics": ["JSON", "Statistics", "Detection"],
    "Scenarios": ["JSON", "Consensus", "Simulation", "Agents", "Detection", "Metrics"],
    "Experiments": engine.union(["Scenarios"]),
    "Reports": engine.union(["Scenarios", "Experiments"]),
    "Files": [],
    "Results": engine.union(["Scenarios", "Experiments", "Files"]),
    "Benchmarks": engine.union(["Scenarios", "Experiments", "Files"]),
    "CommandLineTool": engine.union([
      "Scenarios", "Experiments", "Reports", "Files", "Results", "Benchmarks",
    ]),
    "quorumlab": ["CommandLineTool"],
    "BlocStudy": ["Consensus", "Simulation", "Statistics", "Detection"],
  ]

  private static let engine: Set<String> = [
    "JSON", "CSV", "Maths", "Consensus", "Replay", "Simulation", "Statistics", "Agents",
    "Detection", "Guarantees", "Metrics",
  ]

  /// Imports of ours that the plan does not allow, in one source of a target.
  static func findings(in source: SwiftSource, of target: String) -> [String] {
    let allowed = plan[target] ?? []
    return source.imports.filter { plan[$0.module] != nil && !allowed.contains($0.module) }
      .map { module, place in
        "\(source.path):\(source.tokens[place].line): \(target) may not import \(module)"
      }
  }

  /// Test folders that mirror no source folder; three have a reason of their own.
  static func strays(among testFolders: [String], sources: [String]) -> [String] {
    let mirrors = (sources + ["TestSupport", "Project", "PlantedBugs"]).map { $0 + "Tests" }
    let others = ["TestSupport", "RegressionSeeds", "PlantedBugs"]
    return testFolders.filter { !(mirrors + others).contains($0) }
  }
}
