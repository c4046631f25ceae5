/// Settings of the protocol, with one table that says all there is to say of them.
public protocol SettingsRecord: Sendable {
  /// The defaults, which are the behaviour of the Python class.
  static var standard: Self { get }
  /// One field for each stored property, in the order in which they are written.
  static var fields: [SettingField<Self>] { get }
}

extension SettingsRecord {
  /// The same settings with some changes.
  public func changed(by changes: [SettingChange<Self>]) -> Self {
    var record = self
    for change in changes { change.apply(to: &record) }
    return record
  }

  /// Throws where a setting is out of range, the first of them in the order of the table.
  func check() throws(ConfigurationError) {
    for field in Self.fields { try field.check(field.value(in: self)) }
  }
}
