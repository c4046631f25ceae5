/// Which names stand for sets and dictionaries, as far as their declarations show.
///
/// A local name counts in its file. A property or function counts in the file that declares it and
/// its kin (`Ledger.swift`, `Ledger+Audit.swift`); as a member, `x.name`, it counts everywhere if
/// every declaration of it agrees.
struct UnorderedNames: Sendable {
  private var types: Set<String> = ["Set", "Dictionary"]
  private var locals: [String: Set<String>] = [:]
  private var byKin: [Substring: Members] = [:]
  private var everywhere = Members()
  private var ordered: Set<String> = []

  /// The properties that are, and the functions that return, something without an order.
  private struct Members: Sendable {
    var values: Set<String> = []
    var functions: Set<String> = []
  }

  init(_ project: [SwiftSource]) {
    for source in project {
      for index in source.places(of: "typealias") {
        if isUnorderedType(source, at: index + 3) { types.insert(source.text(index + 1)) }
      }
    }
    for source in project { collect(source) }
  }

  /// Whether the word at a place is a value or call without an order.
  func isUnordered(_ source: SwiftSource, at index: Int) -> Bool {
    let name = source.text(index)
    let isMember = source.text(index - 1) == "." && source.text(index - 2) != "self"
    let own = byKin[source.kin] ?? Members()
    if source.text(index + 1) == "(" {
      let isForeign = isMember && !ordered.contains(name) && everywhere.functions.contains(name)
      return own.functions.contains(name) || isForeign
    }
    if own.values.contains(name) { return true }
    if !isMember { return locals[source.path]?.contains(name) == true }
    // `.keys` of something unknown is a dictionary's, unless somebody here has keys of their own.
    let isView = name == "keys" || name == "values"
    return !ordered.contains(name) && (isView || everywhere.values.contains(name))
  }

  /// Whether an expression that makes a set or dictionary begins here.
  func isConstructor(_ source: SwiftSource, at index: Int) -> Bool {
    guard types.contains(source.text(index)), source.text(index - 1) != "." else { return false }
    let next = source.text(index + 1)
    if next == "(" { return true }
    return next == "<" && source.text(endOfGenerics(source, at: index + 1)) == "("
  }

  /// The place after the arguments of a generic type.
  func endOfGenerics(_ source: SwiftSource, at index: Int) -> Int {
    var depth = 0
    var next = index
    repeat {
      depth += source.text(next) == "<" ? 1 : source.text(next) == ">" ? -1 : 0
      next += 1
    } while depth > 0 && next < source.tokens.count
    return next
  }
}

extension UnorderedNames {
  private mutating func collect(_ source: SwiftSource) {
    // For each brace that is open here, whether it is a type's.
    var scopes: [Bool] = []
    var isTypeNext = false
    for index in source.tokens.indices {
      switch source.text(index) {
      case "struct", "class", "enum", "actor", "extension", "protocol":
        isTypeNext = true
      case "{":
        scopes.append(isTypeNext)
        isTypeNext = false
      case "}":
        _ = scopes.popLast()
      case "let", "var":
        collectVariable(source, at: index + 1, isLocal: scopes.last == false)
      case "func":
        isTypeNext = false
        collectFunction(source, at: index + 1)
      case ":" where isParameter(source, at: index - 1):
        if isUnorderedType(source, at: index + 1) {
          locals[source.path, default: []].insert(source.text(index - 1))
        }
      default:
        break
      }
    }
  }

  private mutating func collectVariable(_ source: SwiftSource, at index: Int, isLocal: Bool) {
    let name = source.text(index)
    let isUnordered: Bool? =
      switch source.text(index + 1) {
      case ":": isUnorderedType(source, at: index + 2)
      case "=": isUnorderedValue(source, at: index + 2)
      default: nil
      }
    switch isUnordered {
    case true? where isLocal:
      locals[source.path, default: []].insert(name)
    case true?:
      byKin[source.kin, default: Members()].values.insert(name)
      everywhere.values.insert(name)
    case false? where !isLocal:
      ordered.insert(name)
    default:
      break
    }
  }

  private mutating func collectFunction(_ source: SwiftSource, at index: Int) {
    var next = index + 1
    if source.text(next) == "<" { next = endOfGenerics(source, at: next) }
    guard source.text(next) == "(" else { return }
    next = source.end(ofBracketAt: next)
    while ["async", "throws", "rethrows"].contains(source.text(next)) {
      next += 1
      if source.text(next) == "(" { next = source.end(ofBracketAt: next) }
    }
    let returns = source.text(next) == "-" && source.text(next + 1) == ">"
    if returns && isUnorderedType(source, at: next + 2) {
      byKin[source.kin, default: Members()].functions.insert(source.text(index))
      everywhere.functions.insert(source.text(index))
    } else {
      ordered.insert(source.text(index))
    }
  }

  /// Whether a word before a colon is a parameter's, rather than an argument's label.
  private func isParameter(_ source: SwiftSource, at index: Int) -> Bool {
    guard index > 0, source.tokens[index].kind == .word else { return false }
    guard !["let", "var"].contains(source.text(index - 1)) else { return false }
    let type = index + 2
    let end = source.text(type) == "[" ? source.end(ofBracketAt: type) : type + 1
    return source.text(end) != "(" && (type..<end).allSatisfy { isTypeLike(source.tokens[$0]) }
  }

  private func isTypeLike(_ token: SwiftToken) -> Bool {
    switch token.kind {
    case .word: token.text.first?.isUppercase == true || token.text == "inout"
    case .mark: "[]:,.<>?()".contains(token.text)
    case .number, .literal: false
    }
  }

  private func isUnorderedType(_ source: SwiftSource, at index: Int) -> Bool {
    var start = index
    while ["inout", "borrowing", "consuming", "sending", "Swift", "."].contains(source.text(start))
    {
      start += 1
    }
    if source.text(start) == "[" { return hasKeys(source, at: start) }
    guard types.contains(source.text(start)) else { return false }
    // `foo(names: Set<Int>(numbers))` is a call.
    let isGeneric = source.text(start + 1) == "<"
    let end = isGeneric ? endOfGenerics(source, at: start + 1) : start + 1
    return source.text(end) != "(" && source.text(end) != "."
  }

  /// Whether an initial value has no order; nothing where it does not show.
  private func isUnorderedValue(_ source: SwiftSource, at index: Int) -> Bool? {
    if source.text(index) == "[" {
      let isCollection = hasKeys(source, at: index)
      let end = source.end(ofBracketAt: index)
      let rest = source.text(end) == "(" ? source.end(ofBracketAt: end) : end
      return isCollection ? UnorderedChain(source, after: rest).isStillUnordered : false
    }
    guard isConstructor(source, at: index) else { return nil }
    return UnorderedChain(source, ofConstructorAt: index, names: self).isStillUnordered
  }

  /// Whether brackets hold `key: value`; the colon of `a ? b : c` is not one of those.
  private func hasKeys(_ source: SwiftSource, at index: Int) -> Bool {
    var depth = 0
    var choices = 0
    for place in index..<source.end(ofBracketAt: index) {
      depth += source.bracketStep(place)
      guard depth == 1 else { continue }
      if source.text(place) == "?", !".,:]?>)".contains(source.text(place + 1)) { choices += 1 }
      if source.text(place) == ":" {
        if choices == 0 { return true }
        choices -= 1
      }
    }
    return false
  }
}
