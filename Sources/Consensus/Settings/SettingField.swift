import JSON

/// The definition of a setting: key, meaning and allowed values.
///
/// The checked constructor, the decoders of traces and scenarios, the schema and the repairs all
/// use a table of these. Its type is erased, so that they can go through all fields of a record;
/// values are passed as JSON.
package struct SettingField<Record>: Sendable {
  typealias Property<Value> = WritableKeyPath<Record, Value> & Sendable

  /// The key in JSON, spelt as in Python.
  package let key: String
  /// What the setting is for, in one sentence.
  package let note: String
  /// The allowed values.
  package let kind: SettingKind
  /// The order in which safeguards are tried; nil if the field is not a repair.
  package let repairRank: Int?

  private let strongest: @Sendable (VotingRules) -> JSONValue?
  private let read: @Sendable (Record) -> JSONValue
  private let write: @Sendable (JSONValue, inout Record) -> Void

  /// A field of a property, with the form of its values in JSON.
  ///
  /// - Parameter value: The value for a JSON value of this kind.
  init<Value>(
    _ key: String, _ property: Property<Value>, _ kind: SettingKind, _ note: String,
    strongest: StrongestSetting<JSONValue>? = nil,
    json: @escaping @Sendable (Value) -> JSONValue,
    value: @escaping @Sendable (JSONValue) -> Value?
  ) {
    self.key = key
    self.note = note
    self.kind = kind
    repairRank = strongest?.rank
    self.strongest = { strongest?.value($0) }
    read = { json($0[keyPath: property]) }
    write = { setting, record in
      guard let value = value(setting) else {
        preconditionFailure("\(key) is \(kind), but \(setting.text()) is not a value of it")
      }
      record[keyPath: property] = value
    }
  }

  /// The value in a record, without needless digits.
  package func value(in record: Record) -> JSONValue { read(record) }

  /// The change that makes a record as strong as this field can make it under some rules.
  ///
  /// It is nil if the field is not a repair, or if the record already has this value.
  package func repair(of record: Record, under rules: VotingRules) -> SettingChange<Record>? {
    guard let value = strongest(rules), value != read(record) else { return nil }
    do {
      return try SettingChange(self, value)
    } catch {
      preconditionFailure("the strongest value is out of range: \(error)")
    }
  }

  /// Throws if the setting does not allow the value.
  func check(_ value: JSONValue) throws(ConfigurationError) {
    if kind.allows(value) { return }
    throw .invalidField(key: key, value: value.text(), allowed: kind.description)
  }

  /// Sets a checked value.
  func set(_ value: JSONValue, in record: inout Record) { write(value, &record) }
}
