import Consensus
import JSON
import Text

extension SettingsRecord {
  /// Settings of a trace, with defaults for missing keys.
  ///
  /// Values of a wrong kind, unknown words and unknown keys are reported through the cursor, and
  /// the result is nil. Numbers out of range throw, as they do in Python.
  init?(_ cursor: JSONCursor) throws(ConfigurationError) {
    guard let members = cursor.fields(Self.fields.map(\.key)) else { return nil }
    var given: [(field: SettingField<Self>, value: JSONValue)] = []
    var isWhole = true
    for field in Self.fields {
      guard let place = members[field.key] else { continue }
      if let value = place.setting(of: field.kind) {
        given.append((field, value))
      } else {
        isWhole = false
      }
    }
    if !isWhole { return nil }
    let changes = try given.map { field, value throws(ConfigurationError) in
      try SettingChange(field, value)
    }
    self = Self.standard.changed(by: changes)
  }
}

extension JSONCursor {
  /// The value as a setting of some kind, which may be out of range.
  fileprivate func setting(of kind: SettingKind) -> JSONValue? {
    switch kind {
    case .number: number().map { .number($0) }
    case .seconds: seconds().map { .number($0.number) }
    case .flag: bool().map { .bool($0) }
    case .wholeNumber: integer().map { JSONValue($0) }
    case .word(let choices): word(among: choices.map(\.word)).map { .string($0) }
    case .orNull(let kind): isNull ? .null : setting(of: kind)
    }
  }

  /// The value as a number of seconds.
  func seconds() -> Seconds? {
    guard let number = number() else { return nil }
    if let seconds = Seconds(number) { return seconds }
    report("\(number) is too large; at most \(Seconds.wholeMax) seconds are allowed")
    return nil
  }
}
