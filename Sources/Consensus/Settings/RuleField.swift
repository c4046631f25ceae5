import JSON
import Text

/// A field of the configuration or of the safeguards, from whichever table it is.
package struct RuleField: Sendable {
  /// The key in JSON, which no other field has.
  package let key: String
  /// The path of the field in a scenario.
  package let path: String
  /// What the field is for, in one sentence.
  package let note: String
  /// The allowed values.
  package let kind: SettingKind
  private let read: @Sendable (RuleSettings) -> JSONValue
  private let write: @Sendable (JSONValue, inout RuleSettings) throws(ConfigurationError) -> Void

  /// All fields: of the configuration, then of the safeguards.
  package static let all =
    ConsensusConfig.fields.map { RuleField($0, \.config, in: "config") }
    + Safeguards.fields.map { RuleField($0, \.safeguards, in: "safeguards") }

  private init<Record>(
    _ field: SettingField<Record>, _ part: WritableKeyPath<RuleSettings, Record> & Sendable,
    in section: String
  ) {
    key = field.key
    path = "\(section).\(field.key)"
    note = field.note
    kind = field.kind
    read = { field.value(in: $0[keyPath: part]) }
    write = { value, settings throws(ConfigurationError) in
      try SettingChange(field, value).apply(to: &settings[keyPath: part])
    }
  }

  /// The field with a key, or with its path; nil if there is none.
  package static func named(_ name: String) -> RuleField? {
    all.first { $0.key.hasSameCodePoints(as: name) || $0.path.hasSameCodePoints(as: name) }
  }

  /// The value in some settings, without needless digits.
  package func value(in settings: RuleSettings) -> JSONValue { read(settings) }

  /// Gives the field another value; throws if it does not allow it.
  package func set(
    _ value: JSONValue, in settings: inout RuleSettings
  ) throws(ConfigurationError) {
    try write(value, &settings)
  }
}

extension RuleField: Equatable {
  /// Whether both are the same field.
  package static func == (left: RuleField, right: RuleField) -> Bool { left.path == right.path }
}
