import JSON

/// A change of one setting to an allowed value.
package struct SettingChange<Record>: Sendable {
  /// The new value.
  package let value: JSONValue
  private let field: SettingField<Record>

  /// A change to a value; throws if the setting does not allow it.
  package init(_ field: SettingField<Record>, _ value: JSONValue) throws(ConfigurationError) {
    try field.check(value)
    self.field = field
    self.value = value
  }

  /// The key of the setting.
  package var key: String { field.key }

  /// Applies the change.
  package func apply(to record: inout Record) { field.set(value, in: &record) }
}

extension SettingChange: Equatable {
  /// Whether both set the same key to the same value.
  package static func == (left: SettingChange, right: SettingChange) -> Bool {
    left.key == right.key && left.value == right.value
  }
}
