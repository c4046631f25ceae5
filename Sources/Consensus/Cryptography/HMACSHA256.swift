/// HMAC-SHA256 of RFC 2104 under one key, whose two key blocks are hashed once, in advance.
package struct HMACSHA256: Sendable {
  private let inner: SHA256
  private let outer: SHA256

  /// The authenticator of a key, which may have any length.
  package init(key: [UInt8]) {
    let short = key.count > SHA256.blockByteCount ? SHA256.hash(key).bytes : key
    let block = short + [UInt8](repeating: 0, count: SHA256.blockByteCount - short.count)
    inner = Self.hash(of: block, maskedWith: 0x36)
    outer = Self.hash(of: block, maskedWith: 0x5c)
  }

  /// The authentication code of the message.
  ///
  /// - Complexity: O(*n*) in the number of bytes, without allocation.
  package func authenticationCode(for message: [UInt8]) -> SHA256Digest {
    var inner = inner
    inner.update(message)
    var outer = outer
    inner.finalize().withBytes { outer.update($0) }
    return outer.finalize()
  }

  /// Whether this is the code of the message, in a time independent of where they differ.
  ///
  /// - Complexity: O(*n*) in the number of the message's bytes, without allocation.
  package func isValid(_ code: SHA256Digest, for message: [UInt8]) -> Bool {
    code.equalsInConstantTime(authenticationCode(for: message))
  }

  /// Whether the bytes are the complete code of the message; shortened codes are refused.
  ///
  /// The time depends on the number of bytes given, which is no secret, not on their values.
  ///
  /// - Complexity: O(*n*) in the number of the message's bytes, without allocation.
  package func isValid(_ code: [UInt8], for message: [UInt8]) -> Bool {
    guard let code = SHA256Digest(bytes: code) else { return false }
    return isValid(code, for: message)
  }

  private static func hash(of keyBlock: [UInt8], maskedWith mask: UInt8) -> SHA256 {
    var hash = SHA256()
    hash.update(keyBlock.map { $0 ^ mask })
    return hash
  }
}
