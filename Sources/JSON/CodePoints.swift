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

/// A text that is equal to another only code point by code point, for use as a dictionary key.
public struct ExactText: Hashable, Comparable, Sendable {
  /// The text itself.
  public let text: String

  /// Wraps a text.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether both consist of the same code points.
  public static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.hasSameCodePoints(as: right.text)
  }

  /// The order of the code points.
  public static func < (left: ExactText, right: ExactText) -> Bool {
    left.text.precedesByCodePoints(right.text)
  }

  /// Hashes the code points.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// The text, cut short where it is too long for a message.
  public var shortened: String {
    let start = unicodeScalars.prefix(65)
    return start.count <= 64 ? self : String(start.prefix(60)) + "…"
  }
}
