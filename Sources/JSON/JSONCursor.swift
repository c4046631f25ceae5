import Text

/// A value that is being decoded: its methods return the value as a type, or report a problem.
package struct JSONCursor {
  /// The value.
  package let node: JSONNode
  /// The path of the value, such as `voters[0].count`; `$` for the whole document.
  package let path: String
  private let log: ProblemLog

  /// The outermost value of a document.
  package init(_ document: JSONDocument, log: ProblemLog) {
    self.init(document.root, log: log)
  }

  /// The outermost value of a tree of nodes.
  package init(_ root: JSONNode, log: ProblemLog) {
    self.init(root, path: "$", log: log)
  }

  private init(_ node: JSONNode, path: String, log: ProblemLog) {
    self.node = node
    self.path = path
    self.log = log
  }

  /// Reports a problem with this value.
  package func report(_ message: String) {
    log.report(message, path: path, offset: node.offset)
  }

  /// Whether no problem has been reported for the value or any part of it.
  package var isSound: Bool { log.isSound(path) }

  /// Whether the value is null.
  package var isNull: Bool {
    if case .null = node.content { true } else { false }
  }

  /// The value as a string.
  package func string() -> String? {
    if case .string(let text) = node.content { return text }
    return mismatch("a string")
  }

  /// The value as one of several words.
  package func word<Word: RawRepresentable & CaseIterable>(as type: Word.Type) -> Word?
  where Word.RawValue == String {
    word(among: Word.allCases.map(\.rawValue)).flatMap { Word(rawValue: $0) }
  }

  /// The value as one of several words that are known only when the program runs.
  package func word(among allowed: [String]) -> String? {
    guard let text = string() else { return nil }
    if let word = allowed.first(where: { $0.hasSameCodePoints(as: text) }) { return word }
    let hint = spellingHint(for: text, among: allowed)
    let list = allowed.joined(separator: ", ")
    report("unknown value '\(text.shortened)'\(hint); allowed are \(list)")
    return nil
  }

  /// The value as true or false.
  package func bool() -> Bool? {
    if case .bool(let flag) = node.content { return flag }
    return mismatch("true or false")
  }

  /// The value as a number of any kind.
  package func number() -> JSONNumber? {
    if case .number(let number) = node.content, number.doubleValue.isFinite { return number }
    return mismatch("a finite number")
  }

  /// The value as a whole number within a range.
  package func integer(in range: ClosedRange<Int> = .min ... .max) -> Int? {
    if case .number(.integer(let value)) = node.content, range.contains(value) { return value }
    let allowed =
      switch (range.lowerBound, range.upperBound) {
      case (.min, .max): "a whole number"
      case (let low, .max): "a whole number of at least \(low)"
      default: "a whole number from \(range.lowerBound) to \(range.upperBound)"
      }
    return mismatch(allowed)
  }

  /// The value as a list.
  package func array() -> [JSONCursor]? {
    guard case .array(let elements) = node.content else { return mismatch("a list") }
    return elements.enumerated().map { index, element in
      JSONCursor(element, path: "\(path)[\(index)]", log: log)
    }
  }

  /// The value as an object of any keys, with a cursor at each value.
  package func members() -> [(key: String, value: JSONCursor)]? {
    guard case .object(let members) = node.content else { return mismatch("an object") }
    return members.map { member in
      (member.key, JSONCursor(member.value, path: path.member(member.key), log: log))
    }
  }

  /// The value under a key of this object, whatever other keys it has.
  package func required(_ key: String) -> JSONCursor? {
    members().flatMap { JSONFields(owner: self, members: $0).required(key) }
  }

  /// The value as an object with only these keys; others are reported.
  package func fields(_ allowed: [String]) -> JSONFields? {
    guard case .object(let members) = node.content else { return mismatch("an object") }
    for member in members where !allowed.contains(where: member.key.hasSameCodePoints) {
      if log.isFull { break }
      let hint = spellingHint(for: member.key, among: allowed)
      let list = allowed.isEmpty ? "none" : allowed.joined(separator: ", ")
      log.report(
        "unknown key\(hint); allowed are \(list)", path: path.member(member.key),
        offset: member.keyOffset)
    }
    return JSONFields(owner: self, members: self.members() ?? [])
  }

  /// Reports that the value is not allowed, and returns nil.
  package func mismatch<Value>(_ wanted: String) -> Value? {
    let actual =
      switch node.content {
      case .number, .bool: node.value.text().shortened
      default: node.kind
      }
    report("\(actual) is not allowed; it must be \(wanted)")
    return nil
  }
}

/// The members of an object that is being decoded.
package struct JSONFields {
  let owner: JSONCursor
  /// All members in the order of the text, including null values and unknown keys.
  package let members: [(key: String, value: JSONCursor)]

  /// The value under a key; nil if it is missing or null.
  package subscript(key: String) -> JSONCursor? {
    members.first { $0.key.hasSameCodePoints(as: key) && !$0.value.isNull }?.value
  }

  /// The decoded value under a key; the default if it is missing or null, nil if it cannot be
  /// decoded.
  package func value<Value>(
    _ key: String, _ standard: Value, _ decode: (JSONCursor) -> Value?
  ) -> Value? {
    guard let cursor = self[key] else { return standard }
    return decode(cursor)
  }

  /// The value under a required key; reports a problem if it is missing or null.
  package func required(_ key: String) -> JSONCursor? {
    let found = members.first { $0.key.hasSameCodePoints(as: key) }?.value
    if let found {
      if !found.isNull { return found }
      found.report("null is not allowed; a value is needed")
    } else {
      owner.report("the key '\(key)' is missing")
    }
    return nil
  }
}
