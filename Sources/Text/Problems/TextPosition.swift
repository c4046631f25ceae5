/// A line and a column, both counted from 1, columns in code points.
public struct TextPosition: Hashable, Sendable, CustomStringConvertible {
  /// The line.
  public let line: Int
  /// The column.
  public let column: Int

  /// The beginning of a text, 1:1.
  public static let start = TextPosition(line: 1, column: 1)

  /// A position from a line and a column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position of the byte at an offset.
  ///
  /// - Complexity: O(*offset*).
  public init(ofOffset offset: Int, in text: [UInt8]) {
    var line = 1
    var column = 1
    for byte in text[..<min(offset, text.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(line: line, column: column)
  }

  /// The position as `LINE:COLUMN`.
  public var description: String { "\(line):\(column)" }
}
