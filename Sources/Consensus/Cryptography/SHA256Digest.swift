import JSON

/// The 32 bytes of a SHA-256 digest, stored as two big-endian numbers.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The number of bytes in a digest.
  public static let byteCount = 32

  /// The first 32 hex digits, as a number.
  public let leading128: UInt128

  private let trailing128: UInt128

  /// The digest with these bytes; nil unless there are 32.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    func number(_ bytes: ArraySlice<UInt8>) -> UInt128 {
      bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }
    leading128 = number(bytes.prefix(16))
    trailing128 = number(bytes.suffix(16))
  }

  /// The digest with these 64 hex digits; nil for any other text.
  public init?(hexadecimal text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 2 * Self.byteCount, digits.allSatisfy({ Self.isHexDigit($0) }),
      let leading = UInt128(String(decoding: digits.prefix(32), as: UTF8.self), radix: 16),
      let trailing = UInt128(String(decoding: digits.suffix(32), as: UTF8.self), radix: 16)
    else { return nil }
    leading128 = leading
    trailing128 = trailing
  }

  init(words: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)) {
    func number(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt128 {
      let high = UInt64(a) << 32 | UInt64(b)
      let low = UInt64(c) << 32 | UInt64(d)
      return UInt128(high) << 64 | UInt128(low)
    }
    leading128 = number(words.0, words.1, words.2, words.3)
    trailing128 = number(words.4, words.5, words.6, words.7)
  }

  /// The first 16 hex digits, as a number.
  public var leading64: UInt64 { UInt64(truncatingIfNeeded: leading128 >> 64) }

  /// The 32 bytes, first byte first.
  public var bytes: [UInt8] { withBytes { [UInt8]($0) } }

  /// The 64 hex digits, in lower case.
  public var description: String {
    var digits: [UInt8] = []
    digits.append(hexadecimal: leading128)
    digits.append(hexadecimal: trailing128)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Calls `body` with the 32 bytes on the stack, without an array.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(of: (leading128.bigEndian, trailing128.bigEndian), body)
  }

  /// Whether two digests are equal, in a time independent of where they differ.
  ///
  /// The time of `==` would show a forger how much of a guess is right.
  func equalsInConstantTime(_ other: Self) -> Bool {
    let difference =
      (leading128 ^ other.leading128) | (trailing128 ^ other.trailing128)
    return difference == 0
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
