import Foundation
import Testing

/// The documentation catalogue and the code say the same; `docc` sees to its links.
struct CatalogueTests {
  private static let folder = "Sources/QuorumLab.docc"

  private static func pages() throws -> [(name: String, text: String)] {
    try Repository.files(in: folder, suffix: ".md").map { path in
      (Self.name(of: path, suffix: ".md"), try Repository.text(of: path))
    }
  }

  private static func name(of path: String, suffix: String) -> String {
    String((path.split(separator: "/").last ?? "").dropLast(suffix.count))
  }

  @Test func theFirstPageLeadsToEveryOther() throws {
    let root = try Repository.text(of: "\(Self.folder)/QuorumLab.md")
    for (name, _) in try Self.pages() where name != "QuorumLab" {
      #expect(root.contains("- <doc:\(name)>"), "\(name)")
    }
  }

  /// A page that speaks of a type which is gone, or was renamed, is out of date.
  @Test func everyTypeThatAPageNamesIsThere() throws {
    let known = try Self.typeNames()
    for (name, text) in try Self.pages() {
      let words = text.matches(of: /`([A-Z][a-z]+(?:[A-Z][A-Za-z0-9]*)+)(?:[.(<][^`]*)?`/)
      for word in words.map({ String($0.1) }) where !Self.examples.contains(word) {
        let isKnown = known.contains(word)
        #expect(isKnown, "\(name) names \(word)")
      }
    }
  }

  /// Types that pages make up to show how something is added, and those of others.
  private static let examples: Set<String> = [
    "MostlyApprove", "RejectTogether", "SizeCommand", "GitHub", "QuorumLab", "NormalDist",
    "PackageDescription",
  ]

  /// Files and folders that pages send readers to; examples make some up.
  @Test func everyPathThatAPageNamesIsThere() throws {
    for (name, text) in try Self.pages() {
      for match in text.matches(of: /`((?:Sources|Tests|scenarios|results|\.ci)\/[\w+.\/-]+)`/) {
        let path = String(match.1)
        let isMadeUp = Self.examples.contains { path.hasSuffix("/\($0).swift") }
        let url = Repository.root.appending(path: path)
        let isThere = isMadeUp || FileManager.default.fileExists(atPath: url.path)
        #expect(isThere, "\(name) names \(path)")
      }
    }
  }

  private static func typeNames() throws -> Set<String> {
    var names: Set<String> = []
    for root in ["Sources", "Tests"] {
      for path in try Repository.files(in: root, suffix: ".swift") {
        names.insert(name(of: path, suffix: ".swift"))
        for match in try Repository.text(of: path)
          .matches(of: /(?:struct|class|enum|protocol|actor|typealias) ([A-Z]\w+)/)
        {
          names.insert(String(match.1))
        }
      }
      names.formUnion(try Repository.folders(in: root))
    }
    return names
  }

  /// The page on the architecture repeats for readers which room may import which.
  @Test func theArchitectureListsTheImportsOfTheManifest() throws {
    let text = try Repository.text(of: "\(Self.folder)/Architecture.md")
      .replacing(/\s+/, with: " ")
    let rooms = try PackageManifest.ofRepository().targets.filter {
      $0.folder.hasPrefix("Sources/") && !["BlocStudy", "quorumlab"].contains($0.name)
    }
    #expect(rooms.count > 10)
    for room in rooms {
      let imports = room.dependencies.map { "`\($0)`" }.joined(separator: ", ")
      let entry = text.firstMatch(
        of: try Regex(
          "- term `\(room.name)`: .*?Imports (.*?)\\.(?: |$)", as: (Substring, Substring).self))
      #expect(entry.map { String($0.1) } == (imports.isEmpty ? "nothing" : imports), "\(room.name)")
    }
  }
}
