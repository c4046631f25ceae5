import Consensus
import Testing

struct SHA256Tests {
  @Test func everySplitInTwo() {
    let message = TestMessage.message(byteCount: 260)
    let expected = SHA256.hash(message)
    for cut in 0...message.count {
      #expect(digest(of: message[..<cut], message[cut...]) == expected, "cut at \(cut)")
    }
  }

  @Test func everySplitInThree() {
    let message = TestMessage.message(byteCount: 130)
    let expected = SHA256.hash(message)
    let ends = 0...message.count
    let differing = ends.flatMap { first in
      (first...message.count).filter { second in
        digest(of: message[..<first], message[first..<second], message[second...]) != expected
      }.map { (first, $0) }
    }
    #expect(differing.isEmpty, "cuts at \(differing)")
  }

  @Test func piecesOfEverySize() {
    let message = TestMessage.message(byteCount: 390)
    let expected = SHA256.hash(message)
    for size in 1...message.count {
      var hash = SHA256()
      for start in stride(from: 0, to: message.count, by: size) {
        hash.update(message[start..<min(start + size, message.count)])
      }
      #expect(hash.finalize() == expected, "pieces of \(size)")
    }
  }

  @Test func finalizingLeavesTheHashAsItIs() {
    let message = TestMessage.message(byteCount: 200)
    var hash = SHA256()
    for (index, byte) in message.enumerated() {
      let digest = hash.finalize()
      #expect(digest == SHA256.hash([UInt8](message[..<index])), "after \(index) bytes")
      #expect(digest == hash.finalize())
      hash.update([byte])
    }
    #expect(hash.finalize() == SHA256.hash(message))
  }

  @Test func copiesAreIndependent() {
    let message = TestMessage.message(byteCount: 100)
    var prefix = SHA256()
    prefix.update(message)
    var one = prefix
    var other = prefix
    one.update([1])
    other.update([2])
    #expect(one.finalize() == SHA256.hash(message + [1]))
    #expect(other.finalize() == SHA256.hash(message + [2]))
    #expect(prefix.finalize() == SHA256.hash(message))
  }

  @Test func rawBytesAtAnyAddress() {
    let message = TestMessage.message(byteCount: 200)
    message.withUnsafeBytes { bytes in
      for offset in 0..<16 {
        var hash = SHA256()
        hash.update(UnsafeRawBufferPointer(rebasing: bytes[offset...]))
        #expect(hash.finalize() == SHA256.hash([UInt8](message[offset...])), "offset \(offset)")
      }
    }
  }

  @Test func noBytesChangeNothing() {
    var hash = SHA256()
    for byte in TestMessage.message(byteCount: 130) {
      let before = hash.finalize()
      hash.update([])
      hash.update(UnsafeRawBufferPointer(start: nil, count: 0))
      #expect(hash.finalize() == before)
      hash.update([byte])
    }
  }

  private func digest(of pieces: ArraySlice<UInt8>...) -> SHA256Digest {
    var hash = SHA256()
    for piece in pieces { hash.update(piece) }
    return hash.finalize()
  }
}
