/// What came of a property: the engine returns it, and only the outermost call reports it.
package enum Outcome: Equatable, Sendable {
  case passed(cases: Int)
  case failed(Counterexample)
  /// The cases all passed, but none of them met these premises.
  case vacuous(premises: [String], cases: Int)
  /// The body met premises that it did not declare, so their absence would go unnoticed.
  case undeclared(premises: [String])
}
