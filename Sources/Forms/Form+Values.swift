import JSON
import Text

extension Form<Double> {
  /// A number within a range.
  package static func number(_ range: NumberRange) -> Form {
    var schema: JSONObject = ["type": "number"]
    for (key, bound) in range.schema.members { schema[key] = bound }
    return Form(
      schema: schema,
      read: { cursor in
        if case .number(let number) = cursor.node.content, range.contains(number.doubleValue) {
          return number.doubleValue
        }
        return cursor.mismatch("a number \(range.description)")
      }, write: { JSONValue(shortest: $0) })
  }

  package static var probability: Form { .number(.probability) }

  /// Any finite number.
  package static var finite: Form {
    Form(
      schema: ["type": "number"], read: { $0.number()?.doubleValue },
      write: { JSONValue(shortest: $0) })
  }
}

extension Form<Int> {
  /// A whole number within a range, in any notation: 1000 and 1e3 are the same.
  package static func integer(in range: ClosedRange<Int>) -> Form {
    Form(
      schema: [
        "type": "integer", "minimum": JSONValue(range.lowerBound),
        "maximum": JSONValue(range.upperBound),
      ],
      read: { cursor in
        if case .number(.double(let value)) = cursor.node.content, let whole = Int(exactly: value),
          range.contains(whole)
        {
          return whole
        }
        return cursor.integer(in: range)
      }, write: { JSONValue($0) })
  }
}

extension Form<UInt64> {
  /// Any unsigned 64-bit number.
  package static var seed: Form {
    Form(
      schema: [
        "type": "integer", "minimum": 0, "maximum": .number(.bigInteger(String(UInt64.max))),
      ],
      read: { cursor in
        switch cursor.node.content {
        case .number(.integer(let value)) where value >= 0: UInt64(value)
        case .number(.bigInteger(let digits)) where UInt64(digits) != nil: UInt64(digits)
        case .number(.double(let value)) where UInt64(exactly: value) != nil: UInt64(exactly: value)
        default: cursor.mismatch("a whole number from 0 to \(UInt64.max)")
        }
      },
      write: { seed in
        Int(exactly: seed).map { JSONValue($0) } ?? .number(.bigInteger(String(seed)))
      })
  }
}

extension Form<Bool> {
  /// True or false.
  package static var flag: Form {
    Form(schema: ["type": "boolean"], read: { $0.bool() }, write: { .bool($0) })
  }
}

extension Form<String> {
  /// Any string.
  package static var text: Form {
    Form(schema: ["type": "string"], read: { $0.string() }, write: { .string($0) })
  }

  /// One of several words that are known only when the program runs.
  package static func word(among choices: [Choice]) -> Form {
    let words = choices.map(\.word)
    return Form(
      schema: ["oneOf": .array(choices.map(\.schema))], read: { $0.word(among: words) },
      write: { .string($0) })
  }

  /// A string of allowed characters, with a limit on its length; the first character may be more
  /// restricted.
  ///
  /// The pattern says the same for schemas.
  package static func name(
    pattern: JSONValue, allowed: String, lengthMax: Int = 64,
    isAllowed: @escaping @Sendable (_ byte: UInt8, _ isFirst: Bool) -> Bool
  ) -> Form {
    Form(
      schema: ["type": "string", "pattern": pattern],
      read: { cursor in
        guard let text = cursor.string() else { return nil }
        let bytes = Array(text.utf8)
        let isGood =
          (1...lengthMax).contains(bytes.count)
          && bytes.enumerated().allSatisfy { isAllowed($0.element, $0.offset == 0) }
        if isGood { return text }
        cursor.report(
          "'\(text.shortened)' is not a valid name; use 1 to \(lengthMax) characters: \(allowed)")
        return nil
      }, write: { .string($0) })
  }
}

extension Form where Value: Choosable {
  /// One of some values, by its word.
  package static func choice(among values: [Value]) -> Form {
    let form = Form<String>.word(among: values.map(\.choice))
    return Form(
      schema: form.schema,
      read: { cursor in
        form.read(cursor).flatMap { word in values.first { $0.choice.word == word } }
      },
      write: { .string($0.choice.word) })
  }
}

extension Form where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  /// One of several words that need no explanation.
  package static var word: Form {
    Form(
      schema: ["enum": .array(Value.allCases.map { .string($0.rawValue) })],
      read: { $0.word(as: Value.self) }, write: { .string($0.rawValue) })
  }
}

extension Form where Value: ExplainedWord {
  /// One of several words.
  package static var explainedWord: Form { .choice(among: Array(Value.allCases)) }
}

extension Choice {
  /// The schema of a value that is this word.
  fileprivate var schema: JSONValue {
    ["const": .string(word), "description": .string(meaning)]
  }
}
