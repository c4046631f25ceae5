import JSON

/// All that is said of one field of a record of settings.
///
/// The checked constructor, the decoders of traces and scenarios, the schema and the repairs all
/// come out of a table of these. Its type is erased, so that they can go through all fields of a
/// record; values pass as JSON.
public struct SettingField<Record>: Sendable {
  typealias Property<Value> = WritableKeyPath<Record, Value> & Sendable

  /// The key in JSON, spelt as in Python.
  public let key: String
  /// What the setting is for.
  public let note: String
  /// What it may be.
  public let kind: SettingKind
  /// Which safeguard comes first where equally few close a gap; nil where it is no repair.
  public let repairRank: Int?

  private let strongest: @Sendable (VotingRules) -> JSONValue?
  private let read: @Sendable (Record) -> JSONValue
  private let write: @Sendable (JSONValue, inout Record) -> Void

  /// A field of a property, and how its values look in JSON.
  ///
  /// - Parameter value: The value that a JSON value of this kind stands for.
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

  /// The value that a record has, without needless digits.
  public func value(in record: Record) -> JSONValue { read(record) }

  /// The change that makes a record as strong as this field can make it under some rules.
  ///
  /// It is nil where the field is no repair, or the record is as strong already.
  public func repair(of record: Record, under rules: VotingRules) -> SettingChange<Record>? {
    guard let value = strongest(rules), value != read(record) else { return nil }
    do {
      return try SettingChange(self, value)
    } catch {
      preconditionFailure("the strongest value is out of range: \(error)")
    }
  }

  /// Throws where the setting may not have a value.
  func check(_ value: JSONValue) throws(ConfigurationError) {
    if kind.allows(value) { return }
    throw .invalidField(key: key, value: value.text(), allowed: kind.description)
  }

  /// Sets a value that has been checked.
  func set(_ value: JSONValue, in record: inout Record) { write(value, &record) }
}
