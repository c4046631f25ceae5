/// A problem without line and column, which are counted later.
package struct UnplacedProblem: Hashable, Sendable {
  /// The offset in bytes.
  package let offset: Int
  /// The path of the value.
  package let path: String
  /// What is wrong; what is allowed.
  package let message: String

  /// A problem at an offset in bytes.
  package init(offset: Int, path: String, message: String) {
    self.offset = offset
    self.path = path
    self.message = message
  }
}

extension [UnplacedProblem] {
  /// The problems with their lines and columns, in the order of their positions.
  ///
  /// - Complexity: O(*n* log *n*) in the problems, and one pass over the text.
  package func placed(in text: [UInt8]) -> [TextProblem] {
    var line = 1
    var column = 1
    var offset = 0
    return sorted { $0.offset < $1.offset }.map { problem in
      for byte in text[offset..<Swift.min(Swift.max(offset, problem.offset), text.count)] {
        if byte == UInt8(ascii: "\n") {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
        offset += 1
      }
      return TextProblem(
        position: TextPosition(line: line, column: column), path: problem.path,
        message: problem.message)
    }
  }
}
