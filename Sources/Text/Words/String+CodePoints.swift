// Swift compares strings by what a reader sees: "é" equals "e" with an accent put on it. Hashes,
// files and Python compare code points. Everything that is recorded goes by code points, whose
// order is also that of the UTF-8 bytes.

extension String {
  /// Whether both texts consist of the same code points.
  public func hasSameCodePoints(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }

  /// Whether this text comes before the other in the order of their code points.
  public func precedesByCodePoints(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
