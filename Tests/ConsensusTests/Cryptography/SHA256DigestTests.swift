import Consensus
import Testing

struct SHA256DigestTests {
  /// The first example of FIPS 180-4's companion document.
  private let abc = SHA256.hash(Array("abc".utf8))

  @Test func isReadAsHexBytesOrNumbers() {
    #expect(
      abc.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(abc.leading64 == 0xba78_16bf_8f01_cfea)
    #expect(abc.leading128 == 0xba78_16bf_8f01_cfea_4141_40de_5dae_2223)
    #expect(abc.bytes.prefix(4) == [0xba, 0x78, 0x16, 0xbf])
    #expect(abc.bytes.suffix(4) == [0xf2, 0x00, 0x15, 0xad])
  }

  @Test func isMadOfExactlyItsBytes() {
    #expect(SHA256Digest(bytes: abc.bytes) == abc)
    for count in [0, 31, 33, 64] {
      #expect(SHA256Digest(bytes: [UInt8](repeating: 0, count: count)) == nil)
    }
  }

  @Test func keepsEveryZero() throws {
    let bytes = (0..<32).map { UInt8($0) }
    let digest = try #require(SHA256Digest(bytes: bytes))
    #expect(
      digest.description == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    #expect(digest.bytes == bytes)
    #expect(digest.leading64 == 0x0001_0203_0405_0607)
    #expect(digest.leading128 == 0x0001_0203_0405_0607_0809_0a0b_0c0d_0e0f)
  }

  @Test func differsInEachBit() throws {
    var digests: Set = [abc]
    for bit in 0..<256 {
      var bytes = abc.bytes
      bytes[bit / 8] ^= 0x80 >> (bit % 8)
      digests.insert(try #require(SHA256Digest(bytes: bytes)))
    }
    #expect(digests.count == 257)
  }
}
