/// A table as RFC 4180 writes it: UTF-8, lines ended by `\n`, texts quoted where they need it.
struct CSV {
  private(set) var bytes: [UInt8] = []

  /// Appends a row.
  mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: Self.quoted(field).utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { "\",\n\r".utf8.contains($0) }
    return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }
}

extension Double {
  /// The shortest text that reads back to the same double.
  var shortest: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
