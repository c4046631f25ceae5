import Text

/// Reads comma-separated values (RFC 4180), with the position of every field.
package struct CSVReader {
  /// A field and its position.
  package struct Field {
    /// The text, without quotes.
    package let text: String
    /// Where the field begins.
    package let position: TextPosition
  }

  private let bytes: [UInt8]
  private var offset: Int
  private var line = 1
  private var column = 1
  private let isLenient: Bool

  /// A reader of a text.
  ///
  /// - Parameter isLenient: Whether a byte order mark and blank lines are skipped, which editors
  ///   and spreadsheets may write.
  package init(_ bytes: [UInt8], isLenient: Bool) {
    self.bytes = bytes
    self.isLenient = isLenient
    let hasMark = isLenient && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    offset = hasMark ? 3 : 0
  }

  /// The next record; nil at the end.
  package mutating func nextRecord() throws(TextProblem) -> [Field]? {
    while isLenient && (current == .newline || current == .carriageReturn) { advance() }
    if current == nil { return nil }
    var fields = [try nextField()]
    while current == .comma {
      advance()
      fields.append(try nextField())
    }
    if current == .carriageReturn { advance() }
    if current == .newline { advance() }
    return fields
  }

  private mutating func nextField() throws(TextProblem) -> Field {
    let position = TextPosition(line: line, column: column)
    if current == .quote { return Field(text: try quotedText(from: position), position: position) }
    let start = offset
    while let byte = current, byte != .comma && byte != .newline && !isLineEnd {
      if byte == .quote {
        throw problem(
          "a quote in an unquoted field; quote the whole field, and double this one")
      }
      advance()
    }
    return Field(text: String(decoding: bytes[start..<offset], as: UTF8.self), position: position)
  }

  private mutating func quotedText(from position: TextPosition) throws(TextProblem) -> String {
    var text: [UInt8] = []
    advance()
    while let byte = current {
      advance()
      if byte != .quote {
        text.append(byte)
      } else if current == .quote {
        text.append(byte)
        advance()
      } else {
        guard current == nil || current == .comma || current == .newline || isLineEnd else {
          throw problem(
            "unexpected text after a closing quote; a comma or line end is expected")
        }
        return String(decoding: text, as: UTF8.self)
      }
    }
    throw TextProblem(position: position, path: "$", message: "the closing quote is missing")
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Whether a carriage return here is part of a line end.
  private var isLineEnd: Bool {
    current == .carriageReturn && (offset + 1 == bytes.count || bytes[offset + 1] == .newline)
  }

  private mutating func advance() {
    if bytes[offset] == .newline {
      line += 1
      column = 1
    } else if bytes[offset] & 0xC0 != 0x80 {
      column += 1
    }
    offset += 1
  }

  private func problem(_ message: String) -> TextProblem {
    TextProblem(position: TextPosition(line: line, column: column), path: "$", message: message)
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
