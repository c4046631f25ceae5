import Text

/// Rows of texts under names, as they stand in a CSV file.
public struct DataTable: Sendable, Equatable {
  /// The names of the columns.
  public let header: [String]
  /// The rows, each with a text a column.
  public let rows: [[String]]

  /// A table.
  public init(header: [String], rows: [[String]]) {
    precondition(
      rows.allSatisfy { $0.count == header.count }, "rows and header are equally long")
    self.header = header
    self.rows = rows
  }

  /// The texts of a column; nil where there is none of that name.
  public func column(_ name: String) -> [String]? {
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
    guard field.utf8.contains(where: { "\",\n\r".utf8.contains($0) }) else { return field }
    // As scalars: a quote is part of a larger character where a mark that combines follows it.
    let quote: Unicode.Scalar = "\""
    let content = field.unicodeScalars.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return String(String.UnicodeScalarView([quote] + content + [quote]))
  }

  /// Reads a table as it was written, to the byte; nil if the text is none.
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
    // What was cut off within its last line would be written with a line end.
    if csv != text { return nil }
  }
}
