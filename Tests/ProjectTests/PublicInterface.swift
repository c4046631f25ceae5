import Foundation

/// The public types of the library, read from its sources.
struct PublicInterface {
  /// A public type and the first sentence of its documentation.
  struct PublicType: Equatable {
    let name: String
    let sentence: String
  }

  private static let keywords: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "extension",
  ]

  private let modules: [(name: String, types: [PublicType])]

  /// The interface of this package's product.
  static func ofRepository() throws -> PublicInterface {
    let modules = try productModules().map { module in
      (name: module, types: try Self.types(ofFilesIn: "Sources/\(module)"))
    }
    return PublicInterface(modules: modules.filter { !$0.types.isEmpty })
  }

  /// The modules that `Package.swift` lists in the product.
  static func productModules() throws -> [String] {
    let manifest = try Repository.text(of: "Package.swift")
    let list = manifest.firstMatch(of: /\.library\([^\[]*\[([^\]]*)\]/)?.1 ?? ""
    return list.matches(of: /"(\w+)"/).map { String($0.1) }
  }

  /// The public types that the files of a folder declare, by name.
  static func types(ofFilesIn folder: String) throws -> [PublicType] {
    try Repository.files(in: folder, suffix: ".swift")
      .flatMap { types(in: try Repository.text(of: $0)) }.sorted { $0.name < $1.name }
  }

  /// The public types that a source declares, nested ones with the names of those around them.
  ///
  /// Sources are formatted, so two spaces are one step further in.
  static func types(in text: String) -> [PublicType] {
    var around: [(depth: Int, name: String)] = []
    var sentence: [String] = []
    var types: [PublicType] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == " " }.count
      let code = line.drop { $0 == " " }
      if code.hasPrefix("///") {
        sentence.append(code.dropFirst(3).trimmingCharacters(in: .whitespaces))
        continue
      }
      // Few lines have such a word, and expressions take long without optimisation.
      let declaration =
        code.split(separator: " ").contains(where: keywords.contains)
        ? code.firstMatch(
          of:
            /^(?:@\w+(?:\([^)]*\))? )*((?:\w+ )*)(struct|class|enum|protocol|actor|extension) ([\w.]+)/
        ) : nil
      if let declaration {
        around.removeAll { $0.depth >= depth }
        let name = (around.map(\.name) + [String(declaration.3)]).joined(separator: ".")
        around.append((depth, String(declaration.3)))
        if declaration.1.contains("public "), declaration.2 != "extension" {
          types.append(PublicType(name: name, sentence: firstSentence(of: sentence)))
        }
      }
      if !code.hasPrefix("@") || declaration != nil { sentence = [] }
    }
    return types
  }

  private static func firstSentence(of lines: [String]) -> String {
    let paragraph = lines.prefix { !$0.isEmpty }.joined(separator: " ")
    guard let end = paragraph.firstRange(of: ". ") else { return paragraph }
    return String(paragraph[..<end.lowerBound]) + "."
  }

  /// The page of the documentation catalogue.
  var page: String {
    let sections = modules.map { module in
      "## \(module.name)\n\n"
        + module.types.map { "- term `\($0.name)`: \($0.sentence)\n" }.joined()
    }
    return """
      # What programs can use

      Every public type of the library product QuorumLab, module by module.

      ## Overview

      A program in Swift names the product in its manifest and imports the modules that it uses. What is
      not listed here is for this package alone and may change at any time. `Tests/Example` is such a
      program: it adds a strategy and a detector of its own to all commands.


      """ + sections.joined(separator: "\n")
  }
}
