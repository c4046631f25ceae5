import Testing

struct ResponseFileTests {
  @Test func readsRecordsOfEitherLineEnding() throws {
    for newline in ["\n", "\r\n"] {
      let lines = ["# a comment", "[L = 32]", "", "Len = 16", "Msg = 0aFf", "", "", "MD = 00"]
      let records = try ResponseFile(text: lines.joined(separator: newline)).records
      try #require(records.count == 2)
      #expect(try records[0].number("Len") == 16)
      #expect(try records[0].bytes("Msg") == [0x0a, 0xff])
      #expect(try records[1].text("MD") == "00")
    }
  }

  @Test(arguments: ["Msg", "Msg = 1 = 2", "Len = 8\nLen = 8"])
  func refusesAnythingElse(text: String) {
    #expect(throws: ResponseFileError.self) { try ResponseFile(text: text) }
  }

  @Test func refusesValuesOfTheWrongKind() throws {
    let record = ResponseRecord(fields: ["odd": "abc", "word": "xy"])
    #expect(throws: ResponseFileError.self) { try record.bytes("odd") }
    #expect(throws: ResponseFileError.self) { try record.bytes("word") }
    #expect(throws: ResponseFileError.self) { try record.number("word") }
    #expect(throws: ResponseFileError.self) { try record.text("absent") }
  }
}
