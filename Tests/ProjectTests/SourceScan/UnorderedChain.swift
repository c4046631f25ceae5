/// What is done to something without an order: `.filter { … }.map { … }.sorted()`.
struct UnorderedChain: Sendable {
  enum State: Equatable, Sendable {
    /// Still a set, a dictionary or a view of one.
    case unordered
    /// A sequence whose order is chance.
    case disordered
    /// Something where the order no longer shows.
    case settled
    /// Something that the order decides.
    case decided
  }

  private(set) var state = State.unordered
  /// The place after the chain.
  private(set) var end: Int
  /// Whether it ends in `.keys` or `.values`, which nobody takes but to go through them.
  private(set) var endsInView = false

  var isStillUnordered: Bool { state == .unordered }

  /// Follows the chain that begins at the first place after the name or call.
  init(_ source: SwiftSource, after start: Int) {
    end = start
    while state == .unordered || state == .disordered {
      let next = ["?", "!"].contains(source.text(end)) ? end + 1 : end
      if source.text(next) == "[" && source.tokens[next].line == source.tokens[next - 1].line {
        state = .settled
      }
      guard state != .settled, source.text(next) == "." else { return }
      follow(source.text(next + 1), source, at: next + 1)
    }
  }

  /// Follows the chain after `Set(…)` or `Set<Int>(…)`.
  init(_ source: SwiftSource, ofConstructorAt index: Int, names: UnorderedNames) {
    let isGeneric = source.text(index + 1) == "<"
    let call = isGeneric ? names.endOfGenerics(source, at: index + 1) : index + 1
    self.init(source, after: source.end(ofBracketAt: call))
  }

  private mutating func follow(_ member: String, _ source: SwiftSource, at index: Int) {
    end = index + 1
    let arguments = end
    if source.text(end) == "(" { end = source.end(ofBracketAt: end) }
    let hasClosure = source.text(end) == "{" && Self.takesClosure.contains(member)
    if hasClosure { end = source.end(ofBracketAt: end) }
    endsInView = member == "keys" || member == "values"
    if Self.staysUnordered.contains(member) { return }
    if Self.losesOrder.contains(member) {
      state = .disordered
    } else if member == "min" || member == "max" {
      // Of several least ones the first in order is taken.
      let compares = hasClosure || source.text(arguments + 1) == "by"
      state = compares ? .decided : .settled
    } else {
      state = Self.decides.contains(member) ? .decided : .settled
    }
  }

  private static let staysUnordered: Set<String> = [
    "keys", "values", "filter", "mapValues", "compactMapValues", "lazy", "subtracting", "union",
    "intersection", "symmetricDifference", "merging", "indices", "self",
  ]

  private static let losesOrder: Set<String> = [
    "map", "compactMap", "flatMap", "enumerated", "dropFirst", "dropLast", "drop", "prefix",
    "suffix", "reversed", "joined", "split",
  ]

  private static let decides: Set<String> = [
    "first", "forEach", "reduce", "makeIterator", "popFirst", "removeFirst", "elementsEqual",
    "lexicographicallyPrecedes", "starts", "description", "debugDescription",
  ]

  private static let takesClosure: Set<String> = [
    "filter", "mapValues", "compactMapValues", "map", "compactMap", "flatMap", "drop", "prefix",
    "split", "first", "forEach", "reduce", "min", "max", "sorted", "contains", "allSatisfy",
    "count", "merging",
  ]
}
