/// The names that a module declares: one of them stands in every file that needs the module.
struct ModuleNames {
  /// Those that other modules see.
  private(set) var `public`: Set<String> = []
  /// Those that tests see, too.
  private(set) var all: Set<String> = []
  /// Whether one of its types may be written as a literal.
  private(set) var hasLiterals = false

  private static let declarations: Set<String> = [
    "func", "var", "let", "struct", "enum", "class", "protocol", "typealias", "case",
  ]
  private static let modifiers: Set<String> = [
    "static", "final", "mutating", "nonmutating", "nonisolated", "indirect", "internal", "private",
    "fileprivate", "set", "(", ")", "@", "inlinable", "inline", "always", "discardableResult",
  ]

  /// The names in the sources of a module.
  init(_ sources: [SwiftSource]) {
    for source in sources {
      hasLiterals = hasLiterals || source.tokens.contains { $0.text.hasPrefix("ExpressibleBy") }
      let hasProtocol = !source.places(of: "protocol").isEmpty
      for word in Self.declarations {
        for place in source.places(of: word) {
          let names = word == "case" ? Self.cases(source, at: place) : [source.text(place + 1)]
          all.formUnion(names)
          if word == "case" || hasProtocol || Self.isPublic(source, at: place) {
            `public`.formUnion(names)
          }
        }
      }
      // A value may be made without its type's name, but not without its arguments' labels.
      for place in source.places(of: "init") where Self.isPublic(source, at: place) {
        let labels = Self.labels(source, at: place + (source.text(place + 1) == "?" ? 2 : 1))
        all.formUnion(labels)
        `public`.formUnion(labels)
      }
    }
  }

  /// The names in a line of cases; a pattern that binds or compares declares none.
  private static func cases(_ source: SwiftSource, at place: Int) -> [String] {
    var names: [String] = []
    var next = place + 1
    while next < source.tokens.count, source.tokens[next].kind == .word,
      !declarations.contains(source.text(next))
    {
      names.append(source.text(next))
      next += 1
      if source.text(next) == "(" { next = source.end(ofBracketAt: next) }
      if source.text(next) != "," { break }
      next += 1
    }
    return names
  }

  /// The labels of the parameters declared in a parenthesis; of two names the first is the label.
  private static func labels(_ source: SwiftSource, at place: Int) -> [String] {
    var depth = 0
    return (place..<source.end(ofBracketAt: place)).compactMap { next in
      depth += source.bracketStep(next)
      guard depth == 1, source.text(next + 1) == ":" else { return nil }
      return source.tokens[next - 1].kind == .word ? source.text(next - 1) : source.text(next)
    }
  }

  private static func isPublic(_ source: SwiftSource, at place: Int) -> Bool {
    var before = place - 1
    while before >= 0 && modifiers.contains(source.text(before)) { before -= 1 }
    return ["public", "package"].contains(source.text(before))
  }
}
