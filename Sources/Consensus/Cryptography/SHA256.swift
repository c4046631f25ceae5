/// SHA-256 of FIPS 180-4, for input in pieces of any size, without allocation.
///
/// Copies are independent, and `finalize()` leaves the hash as it is: hash a common prefix once,
/// then continue it in as many ways as needed.
package struct SHA256: Sendable {
  private typealias Block = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

  static let blockByteCount = 64

  private static let lengthByteCount = 8

  private var chainingValue = SHA256ChainingValue()
  private var pendingBlock: Block = (0, 0, 0, 0, 0, 0, 0, 0)
  private var messageByteCount: UInt64 = 0

  /// The hash of the empty message.
  package init() {}

  /// The digest of a whole message.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func hash(_ bytes: [UInt8]) -> SHA256Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// Appends bytes to the message.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Appends bytes to the message.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Appends bytes to the message.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let pendingByteCount = pendingByteCount
    messageByteCount += UInt64(bytes.count)
    var rest = bytes[...]
    if pendingByteCount > 0 {
      let head = rest.prefix(Self.blockByteCount - pendingByteCount)
      copyToPendingBlock(head, at: pendingByteCount)
      guard pendingByteCount + head.count == Self.blockByteCount else { return }
      compressPendingBlock()
      rest = rest.dropFirst(head.count)
    }
    while rest.count >= Self.blockByteCount {
      chainingValue.compress(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.blockByteCount)))
      rest = rest.dropFirst(Self.blockByteCount)
    }
    copyToPendingBlock(rest, at: 0)
  }

  /// The digest of the message so far, which may still be continued.
  ///
  /// - Complexity: O(1).
  package func finalize() -> SHA256Digest {
    var padded = self
    padded.pad()
    return padded.chainingValue.digest
  }

  private var pendingByteCount: Int { Int(messageByteCount % UInt64(Self.blockByteCount)) }

  /// Appends a one bit, zeros to the end of a block, and in its last eight bytes the bit count.
  private mutating func pad() {
    let endOffset = pendingByteCount
    markEnd(at: endOffset)
    if endOffset >= Self.blockByteCount - Self.lengthByteCount {
      compressPendingBlock()
      pendingBlock = (0, 0, 0, 0, 0, 0, 0, 0)
    }
    pendingBlock.7 = (messageByteCount * 8).bigEndian
    compressPendingBlock()
  }

  private mutating func copyToPendingBlock(_ bytes: Slice<UnsafeRawBufferPointer>, at offset: Int) {
    withUnsafeMutableBytes(of: &pendingBlock) { block in
      UnsafeMutableRawBufferPointer(rebasing: block[offset...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes))
    }
  }

  /// Writes the one bit at `offset` and clears the rest of the block.
  private mutating func markEnd(at offset: Int) {
    withUnsafeMutableBytes(of: &pendingBlock) { block in
      block[offset] = 0x80
      UnsafeMutableRawBufferPointer(rebasing: block[(offset + 1)...])
        .initializeMemory(as: UInt8.self, repeating: 0)
    }
  }

  private mutating func compressPendingBlock() {
    withUnsafeBytes(of: pendingBlock) { chainingValue.compress($0) }
  }
}
