import Text

/// A JSON text and its value, with the position of every part.
package struct JSONDocument: Sendable {
  /// The text.
  package let text: [UInt8]
  /// The outermost value.
  package let root: JSONNode
  /// Problems of a text that can still be read: keys that occur twice in an object.
  package let unplacedProblems: [UnplacedProblem]

  /// The largest depth of nested lists and objects.
  package static let depthMax = 128

  /// Reads a text strictly according to RFC 8259: one value, no comments, no trailing commas, no
  /// NaN.
  package init(parsing text: [UInt8]) throws(TextProblem) {
    var parser = JSONParser(text)
    root = try parser.parseDocument()
    unplacedProblems = parser.duplicateKeys
    self.text = text
  }

  /// The problems of a text that can still be read, with lines and columns.
  package var problems: [TextProblem] { unplacedProblems.placed(in: text) }

  /// Reads a string strictly according to RFC 8259.
  package init(parsing text: String) throws(TextProblem) {
    try self.init(parsing: Array(text.utf8))
  }

  /// The line and column of a byte.
  package func position(ofOffset offset: Int) -> TextPosition {
    TextPosition(ofOffset: offset, in: text)
  }
}
