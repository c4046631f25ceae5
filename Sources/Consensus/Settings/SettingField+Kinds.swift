import JSON
import Text

extension SettingField {
  /// A number within a range.
  static func number(
    _ key: String, _ property: Property<Double>, in range: NumberRange, _ note: String
  ) -> SettingField {
    SettingField(
      key, property, .number(range), note, json: { JSONValue(shortest: $0) },
      value: { $0.number?.doubleValue })
  }

  /// A number within a range, or null.
  static func number(
    _ key: String, _ property: Property<Double?>, in range: NumberRange, _ note: String,
    strongest: StrongestSetting<Double>? = nil
  ) -> SettingField {
    SettingField(
      key, property, .orNull(.number(range)), note,
      strongest: strongest?.mapped { JSONValue(shortest: $0) },
      json: { $0.map { JSONValue(shortest: $0) } ?? .null },
      value: { .some($0.number?.doubleValue) })
  }

  /// A number of seconds.
  static func seconds(
    _ key: String, _ property: Property<Seconds>, _ note: String
  ) -> SettingField {
    SettingField(
      key, property, .seconds, note, json: { JSONValue(shortest: $0.value) },
      value: { $0.number.map { Seconds($0) ?? .fractional($0.doubleValue) } })
  }

  /// True or false.
  static func flag(_ key: String, _ property: Property<Bool>, _ note: String) -> SettingField {
    SettingField(key, property, .flag, note, json: { .bool($0) }, value: { $0 == true })
  }

  /// A whole number with a least value.
  static func wholeNumber(
    _ key: String, _ property: Property<Int>, atLeast least: Int, _ note: String,
    strongest: StrongestSetting<Int>? = nil
  ) -> SettingField {
    SettingField(
      key, property, .wholeNumber(atLeast: least), note,
      strongest: strongest?.mapped { JSONValue($0) },
      json: { JSONValue($0) },
      value: { if case .number(.integer(let number)) = $0 { number } else { nil } })
  }

  /// One of the words of a type.
  static func word<Word: ExplainedWord>(
    _ key: String, _ property: Property<Word>, _ note: String,
    strongest: StrongestSetting<Word>? = nil
  ) -> SettingField {
    SettingField(
      key, property, .word(Word.allCases.map(\.choice)), note,
      strongest: strongest?.mapped { .string($0.rawValue) },
      json: { .string($0.rawValue) },
      value: { if case .string(let text) = $0 { Word(rawValue: text) } else { nil } })
  }
}

extension JSONValue {
  /// The number, if the value is one.
  fileprivate var number: JSONNumber? {
    if case .number(let number) = self { number } else { nil }
  }
}
