import Text

/// Named columns of strings, as in a CSV file.
public struct DataTable: Sendable, Equatable {
  /// The names of the columns.
  public let header: [String]
  /// The rows, each with a string for each column.
  public let rows: [[String]]

  /// A table; traps unless rows and header are equally long.
  public init(header: [String], rows: [[String]]) {
    precondition(
      rows.allSatisfy { $0.count == header.count }, "rows and header are equally long")
    self.header = header
    self.rows = rows
  }

  /// The values of a column; nil if there is no column of that name.
  public func column(_ name: String) -> [String]? {
    header.firstIndex(of: name).map { index in rows.map { $0[index] } }
  }

  /// The value of a column in a row; nil if there is no column of that name.
  public func field(_ name: String, inRow row: Int) -> String? {
    header.firstIndex(of: name).map { rows[row][$0] }
  }
}

extension DataTable {
  /// The table in the format of RFC 4180: UTF-8, lines end with `\n`, quotes only where needed.
  public var csv: [UInt8] {
    ([header] + rows).flatMap { row in
      (row.map(Self.quoted).joined(separator: ",") + "\n").utf8
    }
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { "\",\n\r".utf8.contains($0) }) else { return field }
    // Compared as scalars: before a combining mark, a quote is part of a larger character.
    let quote: Unicode.Scalar = "\""
    let content = field.unicodeScalars.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return String(String.UnicodeScalarView([quote] + content + [quote]))
  }

  /// Reads a table written in exactly this form; nil for any other bytes.
  public init?(csv text: [UInt8]) {
    var reader = CSVReader(text, isLenient: false)
    var lines: [[String]] = []
    do throws(TextProblem) {
      while let record = try reader.nextRecord() { lines.append(record.map(\.text)) }
    } catch {
      return nil
    }
    guard let header = lines.first, lines.allSatisfy({ $0.count == header.count }) else {
      return nil
    }
    self.init(header: header, rows: Array(lines.dropFirst()))
    // A file that ends within its last line would be written with a line end.
    if csv != text { return nil }
  }
}
