/// Rows of texts under names, as they stand in a CSV file.
public struct DataTable: Sendable, Equatable {
  /// The names of the columns.
  public let header: [String]
  /// The rows, each with a text a column.
  public let rows: [[String]]

  /// A table.
  public init(header: [String], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == header.count }, "each row has all columns")
    self.header = header
    self.rows = rows
  }

  /// The texts of a column; nil where there is none of that name.
  func column(_ name: String) -> [String]? {
    header.firstIndex(of: name).map { index in rows.map { $0[index] } }
  }
}

extension DataTable {
  /// The table as RFC 4180 writes it: UTF-8, lines ended by `\n`, texts quoted where they need it.
  public var csv: [UInt8] {
    ([header] + rows).flatMap { row in
      (row.map(Self.quoted).joined(separator: ",") + "\n").utf8
    }
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { "\",\n\r".utf8.contains($0) }
    return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }

  /// Reads a table as it was written; nil if the text is none.
  public init?(csv text: [UInt8]) {
    guard let lines = Self.fields(of: text), let header = lines.first,
      lines.allSatisfy({ $0.count == header.count })
    else { return nil }
    self.init(header: header, rows: Array(lines.dropFirst()))
  }

  private static func fields(of text: [UInt8]) -> [[String]]? {
    var lines: [[String]] = []
    var line: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\""):
        // The second of two quotes within quotes stands for one.
        if !isQuoted && index > 0 && text[index - 1] == byte { field.append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
        line.append(String(decoding: field, as: UTF8.self))
        field.removeAll()
        if byte == UInt8(ascii: "\n") {
          lines.append(line)
          line.removeAll()
        }
      default: field.append(byte)
      }
    }
    return line.isEmpty && field.isEmpty && !isQuoted ? lines : nil
  }
}
