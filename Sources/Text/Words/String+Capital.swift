extension String {
  /// The text with a capital at its start.
  package var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
