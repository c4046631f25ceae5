/// A string that is compared by code points, for use as a dictionary key.
package struct ExactText: Hashable, Comparable, Sendable {
  /// The string.
  package let text: String

  /// Wraps a string.
  package init(_ text: String) {
    self.text = text
  }

  /// Whether both have the same code points.
  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.hasSameCodePoints(as: right.text)
  }

  /// The order of the code points.
  package static func < (left: ExactText, right: ExactText) -> Bool {
    left.text.precedesByCodePoints(right.text)
  }

  /// Hashes the code points.
  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
