import Consensus
import Testing

struct HMACSHA256Tests {
  private let authenticator = HMACSHA256(key: TestMessage.key(byteCount: 32))
  private let message = TestMessage.message(byteCount: 100)

  @Test func vectorsOfRFC4231() throws {
    let records = try ResponseFile("HMACSHA256RFC4231.rsp").records
    #expect(records.count == 7)
    for record in records {
      let key = try record.bytes("Key")
      try #require(try key.count == record.number("Klen"))
      let code = try HMACSHA256(key: key).authenticationCode(for: record.bytes("Msg"))
      // Test case 5 keeps only the first half of the code.
      let kept = try code.bytes.prefix(record.number("Tlen"))
      #expect(try Array(kept) == record.bytes("Mac"), "\(record.fields)")
    }
    #expect(try records.map { try $0.number("Tlen") } == [32, 32, 32, 32, 16, 32, 32])
  }

  @Test func keysOfEveryKindOfLength() throws {
    let records = try ResponseFile("HMACSHA256Lengths.rsp").records
    #expect(records.count == 90)
    for record in records {
      let key = try TestMessage.key(byteCount: record.number("Klen"))
      let message = try TestMessage.message(byteCount: record.number("Len") / 8)
      let code = HMACSHA256(key: key).authenticationCode(for: message)
      #expect(try code.description == record.text("Mac"), "\(record.fields)")
    }
  }

  @Test func acceptsTheMessagesOwnCode() {
    let code = authenticator.authenticationCode(for: message)
    #expect(authenticator.isValid(code, for: message))
    #expect(authenticator.isValid(code.bytes, for: message))
    #expect(authenticator.authenticationCode(for: message) == code)
  }

  @Test func refusesACodeWithAnyBitChanged() throws {
    let code = authenticator.authenticationCode(for: message).bytes
    for bit in 0..<256 {
      var forged = code
      forged[bit / 8] ^= 0x80 >> (bit % 8)
      #expect(!authenticator.isValid(forged, for: message), "bit \(bit)")
      let digest = try #require(SHA256Digest(bytes: forged))
      #expect(!authenticator.isValid(digest, for: message), "bit \(bit)")
    }
  }

  /// Differences that would cancel out if halves or bytes were compared by their sum.
  @Test func refusesACodeWithTheSameChangeInEveryByte() {
    let code = authenticator.authenticationCode(for: message).bytes
    for mask in UInt8(1)...255 {
      #expect(!authenticator.isValid(code.map { $0 ^ mask }, for: message), "mask \(mask)")
    }
  }

  @Test func refusesAShortenedOrExtendedCode() {
    let code = authenticator.authenticationCode(for: message).bytes
    for count in 0..<32 {
      #expect(!authenticator.isValid(Array(code.prefix(count)), for: message), "\(count) bytes")
    }
    #expect(!authenticator.isValid(code + [0], for: message))
  }

  @Test func refusesAnotherMessageOrKey() {
    let code = authenticator.authenticationCode(for: message)
    #expect(!authenticator.isValid(code, for: message + [0]))
    #expect(!authenticator.isValid(code, for: message.dropLast()))
    #expect(!authenticator.isValid(code, for: []))
    let other = HMACSHA256(key: TestMessage.key(byteCount: 31))
    #expect(!other.isValid(code, for: message))
  }
}
