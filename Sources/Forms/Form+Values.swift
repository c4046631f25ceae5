import JSON
import Text

extension Form<Double> {
  /// A number within a range, also written as a fraction.
  package static func number(_ range: NumberRange) -> Form {
    Form(
      schema: JSONObject(JSONObject.number.members + range.schema.members),
      read: { $0.number("a number \(range.description)", where: range.contains) },
      write: { JSONValue(shortest: $0) })
  }

  package static var probability: Form { .number(.probability) }

  /// Any finite number, also written as a fraction.
  package static var finite: Form {
    Form(
      schema: .number, read: { $0.number("a finite number", where: \.isFinite) },
      write: { JSONValue(shortest: $0) })
  }
}

extension JSONObject {
  /// The schema of a number, or of a text that is a fraction.
  ///
  /// Bounds of a schema apply to numbers only; those of a fraction are left to the decoder.
  package static var number: JSONObject {
    ["type": ["number", "string"], "pattern": .string(Fraction.pattern)]
  }
}

extension JSONCursor {
  /// Whether the value is a number, or a text that is meant as a fraction, such as `"2/3"`.
  package var isNumeric: Bool {
    switch node.content {
    case .number: true
    case .string(let text): Fraction.isMeant(by: text)
    case .null, .bool, .array, .object: false
    }
  }

  /// The value as a number, which may be written as a fraction.
  fileprivate func number(_ wanted: String, where isAllowed: (Double) -> Bool) -> Double? {
    switch node.content {
    case .number(let number) where isAllowed(number.doubleValue): return number.doubleValue
    case .string(let text) where Fraction.isMeant(by: text):
      guard let value = fraction(text)?.value else { return nil }
      if isAllowed(value) { return value }
      report("\(text) is not allowed; it must be \(wanted)")
      return nil
    case .null, .bool, .number, .string, .array, .object: return mismatch(wanted)
    }
  }

  /// A text that is meant as a fraction; nil, with a reported problem, if it is not a valid one.
  package func fraction(_ text: String) -> Fraction? {
    let fraction = Fraction(text)
    if fraction == nil {
      report("'\(text.shortened)' is not a valid fraction; use \(Fraction.syntax)")
    }
    return fraction
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
