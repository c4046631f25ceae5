import Foundation
import Testing
import Text

struct EncodingTests {
  @Test(arguments: [
    (String.Encoding.utf16, "UTF-16"), (.utf16LittleEndian, "UTF-16"), (.utf16BigEndian, "UTF-16"),
    (.utf32, "UTF-32"), (.utf32LittleEndian, "UTF-32"), (.utf32BigEndian, "UTF-32"),
  ])
  func anotherEncodingIsCalledByItsName(encoding: String.Encoding, name: String) throws {
    for text in ["{\"name\": \"a\"}", "[", "voter,p\n", "1"] {
      let bytes = try #require(text.data(using: encoding))
      let problem = TextProblem.foreignEncoding(of: Array(bytes))
      #expect(
        problem?.description
          == "1:1: $: the file is in \(name), which cannot be read; save it in UTF-8", "\(text)")
    }
  }

  @Test(arguments: ["", "{", "{}", "\u{FEFF}{}", "é", "voter,p\n", "\0\0", "ab\0d"])
  func everythingElseIsTakenForUTF8(text: String) {
    #expect(TextProblem.foreignEncoding(of: Array(text.utf8)) == nil)
  }
}
