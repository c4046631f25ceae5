/// Why no trials of a cell have some stored counts.
package struct Contradiction: Error, Equatable, Sendable {
  /// What contradicts what.
  package let message: String
}

/// Throws a contradiction unless a condition holds.
func require(
  _ condition: Bool, _ message: @autoclosure () -> String
) throws(Contradiction) {
  if !condition { throw Contradiction(message: message()) }
}

/// Throws the contradiction in some sums, if there is one.
func requireNone(_ contradiction: String?, in key: String) throws(Contradiction) {
  if let contradiction { throw Contradiction(message: "'\(key)': \(contradiction)") }
}
