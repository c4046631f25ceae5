import Consensus
import TestSupport
import Testing

/// NIST's byte-oriented validation vectors, and lengths around the padding's edges.
struct SHA256VectorTests {
  @Test(arguments: [("SHA256ShortMsg.rsp", 65), ("SHA256LongMsg.rsp", 64)])
  func messages(file: String, count: Int) throws {
    let records = try ResponseFile(file).records
    #expect(records.count == count)
    for record in records {
      let byteCount = try record.number("Len") / 8
      // The empty message is written as one zero byte.
      let message = try record.bytes("Msg").prefix(byteCount)
      try #require(message.count == byteCount)
      #expect(try SHA256.hash([UInt8](message)).description == record.text("MD"))
    }
  }

  /// The Monte Carlo test of the SHA Validation System, section 6.4.
  @Test func monteCarlo() throws {
    let records = try ResponseFile("SHA256Monte.rsp").records
    let checkpoints = records.dropFirst()
    #expect(checkpoints.count == 100)
    var seed = try #require(SHA256Digest(bytes: records[0].bytes("Seed")))
    for (number, checkpoint) in checkpoints.prefix(Effort.count(100, inDebug: 15)).enumerated() {
      seed = thousandHashes(from: seed)
      #expect(try checkpoint.number("COUNT") == number)
      try #require(try seed.description == checkpoint.text("MD"), "checkpoint \(number)")
    }
  }

  @Test func everyLengthUpToFourBlocks() throws {
    let records = try ResponseFile("SHA256Lengths.rsp").records
    #expect(records.count == 257)
    for (byteCount, record) in records.enumerated() {
      try #require(try record.number("Len") == 8 * byteCount)
      let digest = SHA256.hash(TestMessage.message(byteCount: byteCount))
      #expect(try digest.description == record.text("MD"), "\(byteCount) bytes")
    }
  }

  /// Each hash is taken over the three digests before it.
  private func thousandHashes(from seed: SHA256Digest) -> SHA256Digest {
    var (first, second, third) = (seed, seed, seed)
    for _ in 0..<1000 {
      (first, second, third) = (
        second, third, SHA256.hash(first.bytes + second.bytes + third.bytes)
      )
    }
    return third
  }
}
