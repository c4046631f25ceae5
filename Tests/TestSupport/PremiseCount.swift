/// How often each premise of a property was met, over all its cases.
package struct PremiseCount: Equatable, Sendable {
  private var met: [String: Int] = [:]
  package private(set) var undeclared: [String] = []

  package init(declared: [String]) {
    for premise in declared {
      met[premise] = 0
    }
  }

  /// The premises that no case met, in alphabetical order.
  package var neverMet: [String] {
    met.filter { $0.value == 0 }.keys.sorted()
  }

  package mutating func count(_ premise: String, _ condition: Bool) {
    met[premise, default: 0] += condition ? 1 : 0
  }

  /// Only a declared premise can be found missing, so meeting any other is a mistake.
  package mutating func meet(_ premise: String) {
    if met[premise] == nil {
      if !undeclared.contains(premise) { undeclared.append(premise) }
    } else {
      count(premise, true)
    }
  }
}
