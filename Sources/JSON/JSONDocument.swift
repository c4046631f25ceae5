import Text

/// A JSON text and what it says, every value with its place.
public struct JSONDocument: Sendable {
  /// The text.
  public let text: [UInt8]
  /// The outermost value.
  public let root: JSONNode
  /// What is wrong with it although it reads: keys that stand twice in one object.
  public let unplacedProblems: [UnplacedProblem]

  /// The greatest depth of lists and objects within one another.
  public static let depthMax = 128

  /// Reads a text strictly by RFC 8259: one value, no comments, no trailing commas, no NaN.
  public init(parsing text: [UInt8]) throws(TextProblem) {
    var parser = JSONParser(text)
    root = try parser.parseDocument()
    unplacedProblems = parser.duplicateKeys
    self.text = text
  }

  /// What is wrong with it although it reads, with lines and columns.
  public var problems: [TextProblem] { unplacedProblems.placed(in: text) }

  /// Reads a text strictly by RFC 8259.
  public init(parsing text: String) throws(TextProblem) {
    try self.init(parsing: Array(text.utf8))
  }

  /// The place of a byte.
  public func position(ofOffset offset: Int) -> TextPosition {
    TextPosition(ofOffset: offset, in: text)
  }
}
