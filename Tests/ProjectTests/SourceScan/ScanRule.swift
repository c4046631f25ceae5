/// Something that sources may not contain, and how to find it.
struct ScanRule: Sendable {
  let name: String
  /// What to write instead.
  let advice: String
  /// A comment `tag: why` beside it makes it acceptable.
  var tag: String?
  /// The places it is at.
  let find: @Sendable (SwiftSource) -> [Int]

  func findings(in source: SwiftSource) -> [Finding] {
    let lines = Set(find(source).map { source.tokens[$0].line })
      .filter { line in tag.map { !source.hasReason($0, at: line) } ?? true }
    return lines.sorted().map { Finding(path: source.path, line: $0, rule: name, advice: advice) }
  }

  /// A rule broken at a place.
  struct Finding: Equatable, Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    let rule: String
    let advice: String

    var description: String { "\(path):\(line): \(rule): \(advice)" }
  }
}

extension ScanRule {
  /// Refuses certain runs of tokens, each written with spaces between them.
  static func phrases(
    _ name: String, _ phrases: [String], advice: String, tag: String? = nil
  ) -> ScanRule {
    let runs = phrases.map { $0.split(separator: " ").map(String.init) }
    return ScanRule(name: name, advice: advice, tag: tag) { source in
      runs.flatMap { run in
        source.places(of: run[0]).filter { place in
          run.indices.allSatisfy { source.text(place + $0) == run[$0] }
        }
      }
    }
  }

  /// Refuses calls of the system's free functions; members and our own may go by such a name.
  static func calls(
    _ name: String, _ functions: Set<String>, own: Set<String>, advice: String
  ) -> ScanRule {
    ScanRule(name: name, advice: advice) { source in
      functions.flatMap { function in
        source.places(of: function).filter { place in
          guard source.text(place + 1) == "(" else { return false }
          let isMember = source.text(place - 1) == "."
          if isMember { return systemModules.contains(source.text(place - 2)) }
          return source.text(place - 1) != "func" && !own.contains(function)
        }
      }
    }
  }

  /// Refuses calls of members that take their randomness from the system unless told otherwise.
  static func callsWithoutGenerator(
    _ name: String, _ members: Set<String>, advice: String
  ) -> ScanRule {
    ScanRule(name: name, advice: advice) { source in
      members.flatMap { source.places(of: $0) }.filter { place in
        source.text(place - 1) == "." && source.text(place + 1) == "("
          && !source.labels(ofCallAt: place + 1).contains("using")
      }
    }
  }

  /// Refuses imports; `import Foundation` passes as the other half of a conditional essentials.
  static func imports(
    _ modules: Set<String>, allowsConditionalFoundation: Bool, advice: String
  ) -> ScanRule {
    ScanRule(name: "import", advice: advice) { source in
      let isConditional = source.places(of: "canImport").contains {
        source.text($0 + 2) == "FoundationEssentials"
      }
      let isOtherHalf = allowsConditionalFoundation && isConditional
      return source.imports.filter { module, _ in
        modules.contains(module) && !(isOtherHalf && module == "Foundation")
      }.map(\.place)
    }
  }

  static let systemModules: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Musl", "Bionic", "Android",
    "Dispatch", "CoreFoundation", "ucrt", "WinSDK",
  ]
}
