import JSON

/// A change of one setting to an allowed value.
public struct SettingChange<Record>: Sendable {
  /// The new value.
  public let value: JSONValue
  private let field: SettingField<Record>

  /// A change to a value; throws if the setting does not allow it.
  public init(_ field: SettingField<Record>, _ value: JSONValue) throws(ConfigurationError) {
    try field.check(value)
    self.field = field
    self.value = value
  }

  /// The key of the setting.
  public var key: String { field.key }

  /// Applies the change.
  public func apply(to record: inout Record) { field.set(value, in: &record) }
}

extension SettingChange: Equatable {
  /// Whether both set the same key to the same value.
  public static func == (left: SettingChange, right: SettingChange) -> Bool {
    left.key == right.key && left.value == right.value
  }
}
