import TestSupport
import Testing

@Suite struct FixtureTests {
  @Test func linesEndAtLineEndsOnly() throws {
    #expect(try Fixture.lines("lines.txt") == ["one", "two\u{2028}still two", "", "four"])
    #expect(try Fixture.lines("folder/a.txt") == ["a"])
  }

  @Test func bytesAreThoseOfTheFile() throws {
    #expect(try Fixture.bytes("folder/b.txt") == [0x62])
    #expect(try Fixture.text("folder/a.txt") == "a\n")
  }

  @Test func foldersListTheirFilesInOrder() throws {
    #expect(try Fixture.names(in: "folder") == ["a.txt", "b.txt"])
  }

  @Test func aTestInAFolderFindsTheFixturesAbove() throws {
    let deeper = #filePath.replacing("FixtureTests.swift", with: "Deep/Deeper/Some.swift")
    #expect(try Fixture.bytes("folder/b.txt", from: deeper) == [0x62])
  }

  @Test func aMissingFixtureIsNamed() {
    let error = #expect(throws: Fixture.Missing.self) { try Fixture.url("none.txt") }
    #expect(error?.description.hasPrefix("no Fixtures/none.txt beside \(#filePath)") == true)
  }
}
