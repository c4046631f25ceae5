/// Finds where the order of a set or dictionary, which changes from run to run, is used.
///
/// A text scan sees names, not types: it knows what ``UnorderedNames`` knows, and it follows what
/// is done to them on the spot. What is handed to a function unseen, it does not find.
struct UnorderedUses {
  private let source: SwiftSource
  private let names: UnorderedNames

  init(in source: SwiftSource, names: UnorderedNames) {
    self.source = source
    self.names = names
  }

  /// The places of the names whose order is used.
  var places: [Int] {
    source.tokens.indices.filter { index in
      if names.isConstructor(source, at: index) {
        let chain = UnorderedChain(source, ofConstructorAt: index, names: names)
        return isUsed(chain, from: index)
      }
      guard names.isUnordered(source, at: index) else { return false }
      let call = source.text(index + 1) == "("
      let after = call ? source.end(ofBracketAt: index + 1) : index + 1
      return isUsed(UnorderedChain(source, after: after), from: index)
    }
  }

  private func isUsed(_ chain: UnorderedChain, from index: Int) -> Bool {
    let start = startOfPath(endingAt: index)
    switch chain.state {
    case .settled: return false
    case .decided: return true
    case .disordered: return !isArgument(at: start, of: Self.orderFreeCalls)
    case .unordered:
      if isLoop(at: start - 1) || isArgument(at: start, of: Self.orderedCalls) { return true }
      if source.text(start - 1) == ":" && source.text(start - 2) == "contentsOf" { return true }
      if source.text(start - 1) == "=" && source.text(start - 2) == "+" { return true }
      return chain.endsInView && isArgument(at: start, of: nil)
        && !isArgument(at: start, of: Self.orderFreeCalls)
    }
  }

  /// Where `self.boxes[i].votes` begins, seen from `votes`.
  private func startOfPath(endingAt index: Int) -> Int {
    var start = index
    while source.text(start - 1) == "." {
      start -= 2
      while ["?", "!"].contains(source.text(start)) { start -= 1 }
      while [")", "]"].contains(source.text(start)) {
        start = source.start(ofBracketAt: start) - 1
      }
    }
    return start
  }

  /// Whether the `in` here is a loop's and not a closure's.
  private func isLoop(at index: Int) -> Bool {
    guard source.isWord(index, "in") else { return false }
    var place = index - 1
    while place >= 0 && !["{", "}"].contains(source.text(place)) {
      if source.isWord(place, "for") { return true }
      place -= 1
    }
    return false
  }

  /// Whether an expression is an argument of one of certain calls, or of any.
  private func isArgument(at start: Int, of calls: Set<String>?) -> Bool {
    var place = start - 1
    var depth = 0
    while place >= 0 {
      depth += source.bracketStep(place)
      if depth > 0 { break }
      if [";", "=", "return", "in"].contains(source.text(place)) { return false }
      place -= 1
    }
    guard source.text(place) == "(", place > 0 else { return false }
    var callee = place - 1
    if source.text(callee) == ">" {
      while callee > 0 && source.text(callee) != "<" { callee -= 1 }
      callee -= 1
    }
    guard let calls else { return callee >= 0 && source.tokens[callee].kind == .word }
    return calls.contains(source.text(callee))
  }

  /// Calls that keep the order of what they are given; `]` ends an array type.
  private static let orderedCalls: Set<String> = [
    "Array", "ContiguousArray", "ArraySlice", "String", "Data", "zip", "]",
  ]

  /// Calls for which the order of what they are given is all the same.
  private static let orderFreeCalls: Set<String> = [
    "Set", "Dictionary", "union", "formUnion", "subtract", "subtracting", "intersection",
    "formIntersection", "isSubset", "isSuperset", "isDisjoint", "symmetricDifference",
  ]
}
