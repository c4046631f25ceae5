/// A record of protocol settings, defined by a table of fields.
package protocol SettingsRecord: Sendable {
  /// The defaults, which are the behaviour of the Python class.
  static var standard: Self { get }
  /// One field for each stored property, in the order of output.
  static var fields: [SettingField<Self>] { get }
}

extension SettingsRecord {
  /// The same settings after some changes.
  package func changed(by changes: [SettingChange<Self>]) -> Self {
    var record = self
    for change in changes { change.apply(to: &record) }
    return record
  }

  /// Throws the first setting, in the order of the table, that is not allowed.
  func check() throws(ConfigurationError) {
    for field in Self.fields { try field.check(field.value(in: self)) }
  }
}
