/// A string that is compared by code points, for use as a dictionary key.
public struct ExactText: Hashable, Comparable, Sendable {
  /// The string.
  public let text: String

  /// Wraps a string.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether both have the same code points.
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
