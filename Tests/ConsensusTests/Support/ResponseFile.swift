import Foundation

/// A file of known answers as NIST's validation programme writes them.
///
/// Records are runs of `Name = value` lines, parted by blank lines; `#` starts a comment, and
/// lines in brackets name a parameter of the whole file.
struct ResponseFile {
  let records: [ResponseRecord]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Fixtures").appending(path: name))
    try self.init(text: String(decoding: data, as: UTF8.self))
  }

  init(text: String) throws {
    var records: [ResponseRecord] = []
    var fields: [String: String] = [:]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.isEmpty, !fields.isEmpty {
        records.append(ResponseRecord(fields: fields))
        fields = [:]
      }
      guard let first = line.first, first != "#", first != "[" else { continue }
      let sides = line.split(separator: " = ", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2 else { throw ResponseFileError("not a field: \(line)") }
      guard fields.updateValue(sides[1], forKey: sides[0]) == nil else {
        throw ResponseFileError("field given twice: \(line)")
      }
    }
    if !fields.isEmpty { records.append(ResponseRecord(fields: fields)) }
    self.records = records
  }
}

/// The named values of one known answer.
struct ResponseRecord {
  let fields: [String: String]

  func text(_ name: String) throws -> String {
    guard let text = fields[name] else { throw ResponseFileError("no \(name) in \(fields)") }
    return text
  }

  func number(_ name: String) throws -> Int {
    let text = try text(name)
    guard let number = Int(text) else { throw ResponseFileError("not a number: \(text)") }
    return number
  }

  func bytes(_ name: String) throws -> [UInt8] {
    let text = try text(name)
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else {
      throw ResponseFileError("not bytes in hex: \(text)")
    }
    return stride(from: 0, to: digits.count, by: 2).map { (place: Int) -> UInt8 in
      UInt8(digits[place] << 4 | digits[place + 1])
    }
  }
}

struct ResponseFileError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
