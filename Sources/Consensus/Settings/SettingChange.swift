import JSON

/// A setting and a value that it may have.
public struct SettingChange<Record>: Sendable {
  /// The value.
  public let value: JSONValue
  private let field: SettingField<Record>

  /// A change to a value, which the setting must allow.
  public init(_ field: SettingField<Record>, _ value: JSONValue) throws(ConfigurationError) {
    try field.check(value)
    self.field = field
    self.value = value
  }

  /// The key of the setting.
  public var key: String { field.key }

  /// Makes the change.
  public func apply(to record: inout Record) { field.set(value, in: &record) }
}

extension SettingChange: Equatable {
  /// Whether both give the same setting the same value.
  public static func == (left: SettingChange, right: SettingChange) -> Bool {
    left.key == right.key && left.value == right.value
  }
}
