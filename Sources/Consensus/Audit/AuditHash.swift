import JSON

/// The hash of a vote: the first 16 hexadecimal digits of a SHA-256.
public struct VoteHash: Hashable, Sendable {
  /// The digits as a number.
  public let value: UInt64

  /// A hash with these digits as a number.
  public init(value: UInt64) {
    self.value = value
  }
}

extension VoteHash: CustomStringConvertible {
  /// The sixteen digits.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.append(hexadecimal: value)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The hash of an audit entry: the first 32 hexadecimal digits of a SHA-256.
public struct AuditHash: Hashable, Sendable {
  /// The digits as a number.
  public let value: UInt128

  /// A hash with these digits as a number.
  public init(value: UInt128) {
    self.value = value
  }
}

extension AuditHash: CustomStringConvertible {
  /// The thirty-two digits.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.append(hexadecimal: value)
    return String(decoding: bytes, as: UTF8.self)
  }
}
