/// How the rooms of the house stand to one another, as far as the compiler does not see to it.
///
/// Which room may import which is written in `Package.swift` alone. The compiler refuses a use of a
/// room that a file does not import, and the package manager an import of a room that no declared one
/// leads to. An import that comes in through another room passes both, and so does a declaration or
/// an import that nothing needs.
struct Layering {
  private let targets: [PackageManifest.Target]
  private let sources: [String: [SwiftSource]]
  private let names: [String: ModuleNames]

  /// - Parameter sources: The sources of each target, by its name.
  init(_ targets: [PackageManifest.Target], sources: [String: [SwiftSource]]) {
    self.targets = targets
    self.sources = sources
    names = sources.mapValues { ModuleNames($0) }
  }

  /// The imports of rooms that the target does not declare.
  var undeclaredImports: [String] {
    let rooms = Set(targets.map(\.name))
    return targets.flatMap { target in
      (sources[target.name] ?? []).flatMap { source in
        source.imports.filter { rooms.contains($0.module) && !target.mayImport($0.module) }
          .map { module, place in
            "\(source.path):\(source.tokens[place].line): \(target.name) does not declare \(module)"
          }
      }
    }
  }

  /// The dependencies that are declared and never imported.
  var idleDependencies: [String] {
    targets.flatMap { target in
      let imported = Set((sources[target.name] ?? []).flatMap { $0.imports.map(\.module) })
      return target.dependencies.filter { !imported.contains($0) }
        .map { "\(target.name) declares \($0) and never imports it" }
    }
  }

  /// The imports of rooms of which a file uses no name.
  var idleImports: [String] {
    targets.flatMap { target in
      (sources[target.name] ?? []).flatMap { idleImports(of: $0, isTest: target.isTest) }
    }
  }

  private func idleImports(of source: SwiftSource, isTest: Bool) -> [String] {
    let lines = Set(source.imports.map { source.tokens[$0.place].line })
    let words = Set(source.tokens.filter { !lines.contains($0.line) }.map(\.text))
    return source.imports.compactMap { module, place in
      guard let names = names[module] else { return nil }
      // Tests hand literals to a module's own types without a word of it.
      if isTest && names.hasLiterals { return nil }
      let isTestable = place > 0 && source.text(place - 1) == "testable"
      let visible = isTestable ? names.all : names.public
      if words.contains(module) || !visible.isDisjoint(with: words) { return nil }
      return "\(source.path):\(source.tokens[place].line): nothing of \(module) is used"
    }
  }

  /// Test folders that mirror no source folder; some have a reason of their own.
  static func strays(among testFolders: [String], sources: [String]) -> [String] {
    let mirrors = (sources + ["TestSupport", "Project", "PlantedBugs"]).map { $0 + "Tests" }
    let others = [
      "IntegrationTests", "TestSupport", "ConsensusTestSupport", "RegressionSeeds", "PlantedBugs",
      "Example",
    ]
    return testFolders.filter { !(mirrors + others).contains($0) }
  }

  /// The folders within a room's tests that mirror none: what tests are made with, and the tests of
  /// a room as a whole.
  private static let ownFolders = ["Support", "Whole"]

  /// The tests of a room that do not stand where what they test does.
  ///
  /// `ATests.swift` stands in the folder of `A.swift`; where there is no such source, in any folder
  /// that has sources, or in one of the room's own.
  ///
  /// - Parameters:
  ///   - tests: The Swift files in the folder of the tests, as paths from there.
  ///   - sources: The Swift files of the room, as paths from its folder.
  static func misplaced(_ tests: [String], sources: [String]) -> [String] {
    let folders = Set(sources.map { split($0).folder })
    return tests.filter { path in
      let (folder, name) = split(path)
      let tested = sources.map(split).filter { $0.name + "Tests" == name }.map(\.folder)
      if !tested.isEmpty { return !tested.contains(folder) }
      return !folders.contains(folder) && !ownFolders.contains(folder)
    }
  }

  /// The folder of a path and its file's name without what follows the dot.
  private static func split(_ path: String) -> (folder: String, name: Substring) {
    let words = path.split(separator: "/")
    return (words.dropLast().joined(separator: "/"), words.last?.prefix { $0 != "." } ?? "")
  }
}
