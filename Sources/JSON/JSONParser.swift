import Text

/// Reads JSON text by recursive descent, with a limit on the depth.
struct JSONParser {
  private let text: [UInt8]
  private var offset = 0
  private var depth = 0
  /// The keys that occur twice in their object.
  private(set) var duplicateKeys: [UnplacedProblem] = []

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func parseDocument() throws(TextProblem) -> JSONNode {
    if let problem = TextProblem.foreignEncoding(of: text) { throw problem }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw problem("the file begins with a byte order mark; use UTF-8 without one")
    }
    skipWhitespace()
    let node = try parseValue(path: "$")
    skipWhitespace()
    if offset < text.count { throw problem("unexpected text after the end of the JSON value") }
    return node
  }

  // MARK: Values

  private mutating func parseValue(path: String) throws(TextProblem) -> JSONNode {
    let start = offset
    return JSONNode(content: try parseContent(path: path), offset: start)
  }

  private mutating func parseContent(path: String) throws(TextProblem) -> JSONNode.Content {
    guard let first = peek else { throw problem("the file ends where a value is expected") }
    switch first {
    case UInt8(ascii: "{"):
      return try nested { parser throws(TextProblem) in
        .object(try parser.parseMembers(path: path))
      }
    case UInt8(ascii: "["):
      return try nested { parser throws(TextProblem) in
        .array(try parser.parseElements(path: path))
      }
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try parseNumber())
    default: break
    }
    if skip("true") { return .bool(true) }
    if skip("false") { return .bool(false) }
    if skip("null") { return .null }
    throw problem("this is not a valid JSON value")
  }

  private mutating func nested(
    _ parse: (inout JSONParser) throws(TextProblem) -> JSONNode.Content
  ) throws(TextProblem) -> JSONNode.Content {
    depth += 1
    defer { depth -= 1 }
    if depth > JSONDocument.depthMax {
      throw problem("the nesting is too deep; at most \(JSONDocument.depthMax) levels are allowed")
    }
    offset += 1
    return try parse(&self)
  }

  private mutating func parseElements(path: String) throws(TextProblem) -> [JSONNode] {
    var elements: [JSONNode] = []
    skipWhitespace()
    if skip("]") { return elements }
    while true {
      elements.append(try parseValue(path: "\(path)[\(elements.count)]"))
      skipWhitespace()
      if skip("]") { return elements }
      try skipComma(before: "]", "unexpected text in a list; ',' or ']' is expected")
    }
  }

  private mutating func parseMembers(path: String) throws(TextProblem) -> [JSONNode.Member] {
    var members: [JSONNode.Member] = []
    var seen: Set<ExactText> = []
    skipWhitespace()
    if skip("}") { return members }
    while true {
      let keyOffset = offset
      if peek != UInt8(ascii: "\"") { throw problem("a key in double quotes is expected") }
      let key = try parseString()
      if !seen.insert(ExactText(key)).inserted && duplicateKeys.count < ProblemLog.problemsMax {
        duplicateKeys.append(
          UnplacedProblem(
            offset: keyOffset, path: path.member(key),
            message: "the key occurs twice in the same object; each key may occur once"))
      }
      skipWhitespace()
      if !skip(":") { throw problem("':' is expected after the key") }
      skipWhitespace()
      let value = try parseValue(path: path.member(key))
      members.append(JSONNode.Member(key: key, keyOffset: keyOffset, value: value))
      skipWhitespace()
      if skip("}") { return members }
      try skipComma(before: "}", "unexpected text in an object; ',' or '}' is expected")
    }
  }

  /// Skips the comma after an element or a member, which another one must follow.
  private mutating func skipComma(
    before end: Unicode.Scalar, _ expectation: String
  ) throws(TextProblem) {
    let comma = offset
    if !skip(",") { throw problem(expectation) }
    skipWhitespace()
    guard peek == UInt8(ascii: end) else { return }
    offset = comma
    throw problem("a trailing comma before '\(end)'; remove it")
  }

  // MARK: Numbers

  private mutating func parseNumber() throws(TextProblem) -> JSONNumber {
    let start = offset
    var isWhole = true
    _ = skip("-")
    if skip("0") {
      if let digit = peek, isDigit(digit) { throw problem("a number may not have leading zeros") }
    } else {
      try skipDigits()
    }
    if skip(".") {
      isWhole = false
      try skipDigits()
    }
    if skip("e") || skip("E") {
      isWhole = false
      if !skip("+") { _ = skip("-") }
      try skipDigits()
    }
    let written = String(decoding: text[start..<offset], as: UTF8.self)
    if isWhole {
      return Int(written).map { .integer($0) } ?? .bigInteger(written)
    }
    guard let value = Double(written), value.isFinite else {
      offset = start
      throw problem("the number \(written.shortened) is too large for a double")
    }
    return .double(value)
  }

  private mutating func skipDigits() throws(TextProblem) {
    guard let digit = peek, isDigit(digit) else { throw problem("a digit is expected") }
    while let digit = peek, isDigit(digit) { offset += 1 }
  }

  // MARK: Strings

  private mutating func parseString() throws(TextProblem) -> String {
    offset += 1
    let start = offset
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      offset += 1
    }
    if peek == UInt8(ascii: "\"") {
      defer { offset += 1 }
      return try decode(text[start..<offset])
    }
    var bytes = Array(text[start..<offset])
    while true {
      switch peek {
      case UInt8(ascii: "\""):
        offset += 1
        return try decode(bytes[...])
      case UInt8(ascii: "\\"): try parseEscape(into: &bytes)
      case nil: throw problem("the file ends inside a string")
      case let byte? where byte < 0x20:
        throw problem("a control character in a string; write it as \\u00XX")
      case let byte?:
        bytes.append(byte)
        offset += 1
      }
    }
  }

  private func decode(_ bytes: ArraySlice<UInt8>) throws(TextProblem) -> String {
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw problem("the string that ends here is not valid UTF-8")
    }
    return string
  }

  private mutating func parseEscape(into bytes: inout [UInt8]) throws(TextProblem) {
    let start = offset
    offset += 2
    switch offset <= text.count ? text[offset - 1] : 0 {
    case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "t"): bytes.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "u"): bytes.append(text: String(try parseCodePoint(escapedAt: start)))
    default:
      offset = start
      throw problem(
        "unknown escape sequence; allowed are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX")
    }
  }

  private mutating func parseCodePoint(escapedAt start: Int) throws(TextProblem) -> Unicode.Scalar {
    var units = [try parseCodeUnit()]
    if UTF16.isLeadSurrogate(units[0]), skip("\\u") { units.append(try parseCodeUnit()) }
    guard let scalar = String(validating: units, as: UTF16.self)?.unicodeScalars.first else {
      offset = start
      throw problem("half of a surrogate pair; write both halves, or the character itself")
    }
    return scalar
  }

  private mutating func parseCodeUnit() throws(TextProblem) -> UInt16 {
    let digits = text[offset..<min(offset + 4, text.count)]
    guard digits.count == 4, digits.allSatisfy(isHexDigit),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw problem("four hexadecimal digits are expected after \\u") }
    offset += 4
    return unit
  }

  // MARK: Bytes

  private var peek: UInt8? { offset < text.count ? text[offset] : nil }

  private mutating func skip(_ literal: StaticString) -> Bool {
    // Most literals are no match already in their first byte, which is found without a loop.
    guard peek == literal.utf8Start.pointee else { return false }
    let matches =
      literal.utf8CodeUnitCount == 1
      || literal.withUTF8Buffer { text[offset...].starts(with: $0) }
    if matches { offset += literal.utf8CodeUnitCount }
    return matches
  }

  private mutating func skipWhitespace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
  }

  private func problem(_ message: String) -> TextProblem {
    TextProblem(
      position: TextPosition(ofOffset: offset, in: text), path: "$", message: message)
  }
}
