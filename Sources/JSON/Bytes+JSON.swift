// Writes JSON into a byte buffer that the caller keeps: the audit log hashes an entry for each
// vote, and would otherwise build several strings each time.

extension [UInt8] {
  /// Appends the UTF-8 bytes of a string.
  @inlinable
  public mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends text known at compile time.
  public mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends the decimal digits of a whole number.
  public mutating func append(decimal value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = value.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  /// Appends a number as Python writes it.
  public mutating func append(number: JSONNumber) {
    switch number {
    case .integer(let value): append(decimal: value)
    case .bigInteger, .double: append(text: number.description)
    }
  }

  /// Appends a value as JSON text.
  public mutating func append(json value: JSONValue, _ style: JSONStyle, depth: Int = 0) {
    switch value {
    case .null: append(literal: "null")
    case .bool(let flag): append(literal: flag ? "true" : "false")
    case .number(let number): append(number: number)
    case .string(let text): append(quoted: text, escapingNonASCII: style.escapesNonASCII)
    case .array(let elements):
      appendList(elements, "[", "]", style, depth) { bytes, element in
        bytes.append(json: element, style, depth: depth + 1)
      }
    case .object(let object):
      let members = style.sortsKeys ? object.sortedMembers : object.members
      appendList(members, "{", "}", style, depth) { bytes, member in
        bytes.append(quoted: member.key, escapingNonASCII: style.escapesNonASCII)
        bytes.append(literal: style.colon)
        bytes.append(json: member.value, style, depth: depth + 1)
      }
    }
  }

  private mutating func appendList<Item>(
    _ elements: [Item], _ open: StaticString, _ close: StaticString, _ style: JSONStyle,
    _ depth: Int, _ appendElement: (inout [UInt8], Item) -> Void
  ) {
    append(literal: open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(literal: style.separator) }
      if style.breaksLines { appendLineBreak(depth: depth + 1) }
      appendElement(&self, element)
    }
    if style.breaksLines && !elements.isEmpty { appendLineBreak(depth: depth) }
    append(literal: close)
  }

  private mutating func appendLineBreak(depth: Int) {
    append(UInt8(ascii: "\n"))
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Appends a string in double quotes, with JSON's escapes.
  public mutating func append(quoted text: String, escapingNonASCII: Bool) {
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append(literal: "\\\"")
      case "\\": append(literal: "\\\\")
      case "\n": append(literal: "\\n")
      case "\r": append(literal: "\\r")
      case "\t": append(literal: "\\t")
      case "\u{8}": append(literal: "\\b")
      case "\u{C}": append(literal: "\\f")
      case " "..."~": append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where scalar.value < 0x20 || escapingNonASCII:
        for unit in String(scalar).utf16 {
          append(literal: "\\u")
          append(hexadecimal: UInt64(unit), digits: 4)
        }
      default: append(contentsOf: String(scalar).utf8)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends the hexadecimal digits of a number, in lower case and with leading zeros.
  public mutating func append(hexadecimal value: UInt64, digits: Int = 16) {
    for digit in (0..<digits).reversed() {
      let nibble = UInt8(truncatingIfNeeded: (value >> UInt64(4 * digit)) & 0xF)
      append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
    }
  }

  /// Appends the hexadecimal digits of a number, in lower case and with leading zeros.
  public mutating func append(hexadecimal value: UInt128) {
    append(hexadecimal: UInt64(truncatingIfNeeded: value >> 64))
    append(hexadecimal: UInt64(truncatingIfNeeded: value))
  }
}
