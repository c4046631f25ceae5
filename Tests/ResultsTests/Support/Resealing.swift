import JSON

@testable import Results

/// What somebody makes of a file who changes it and makes its checksum anew.
enum Resealing {
  /// The text of a shard with another content.
  static func shard(_ text: String, _ change: (JSONValue) -> JSONValue) throws -> String {
    guard case .object(var whole) = try JSONDocument(parsing: text).root.value,
      let content = whole["content"]
    else { return text }
    let changed = change(content)
    whole["content"] = changed
    let line = SealedLine.seal(changed)
    whole["sha256"] = .string(String(decoding: line.prefix(64), as: UTF8.self))
    return JSONValue.object(whole).text()
  }

  /// The text of a journal with another value in a line, counted from 0.
  static func journal(
    _ text: [UInt8], line number: Int, _ change: (JSONValue) -> JSONValue
  ) -> [UInt8] {
    var lines = text.split(separator: SealedLine.lineEnd).map { Array($0) }
    if let document = SealedLine.open(lines[number][...]) {
      lines[number] = SealedLine.seal(change(document.root.value)).dropLast()
    }
    return Array(lines.joined(separator: [SealedLine.lineEnd])) + [SealedLine.lineEnd]
  }
}

extension JSONValue {
  /// The paths of all whole numbers in a value.
  func numberPaths(from path: [String] = []) -> [[String]] {
    switch self {
    case .number(.integer), .number(.bigInteger): [path]
    case .array(let elements):
      elements.enumerated().flatMap { $1.numberPaths(from: path + [String($0)]) }
    case .object(let object):
      object.members.flatMap { $0.value.numberPaths(from: path + [$0.key]) }
    case .null, .bool, .string, .number(.double): []
    }
  }

  /// The value with another one at a path.
  func changed(at path: some Collection<String>, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    guard let key = path.first else { return change(self) }
    switch self {
    case .array(var elements):
      guard let index = Int(key), elements.indices.contains(index) else { return self }
      elements[index] = elements[index].changed(at: path.dropFirst(), change)
      return .array(elements)
    case .object(var object):
      object[key] = object[key]?.changed(at: path.dropFirst(), change)
      return .object(object)
    case .null, .bool, .number, .string: return self
    }
  }

  /// A number, increased.
  func increased(by number: Int) -> JSONValue {
    if case .number(.integer(let value)) = self { JSONValue(value &+ number) } else { 0 }
  }
}
