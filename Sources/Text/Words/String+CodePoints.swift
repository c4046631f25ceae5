// Swift compares strings as readers see them: "é" equals "e" with a combining accent. Hashes, files
// and Python compare code points. Everything that is stored is compared by code points, whose order
// is also that of the UTF-8 bytes.

extension String {
  /// Whether both texts consist of the same code points.
  package func hasSameCodePoints(as other: String) -> Bool {
    // Most texts differ as readers see them, too, which is quicker to find.
    self == other && utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  /// Whether this text comes before the other in the order of their code points.
  package func precedesByCodePoints(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
