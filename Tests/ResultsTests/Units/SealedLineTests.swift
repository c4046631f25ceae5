import JSON
import TestSupport
import Testing

@testable import Results

struct SealedLineTests {
  @Test func onlyWholeLinesAreOpened() throws {
    let value: JSONValue = ["unit": 3, "text": "a b\n\u{1F600}", "numbers": [1, 2.5, nil]]
    let line = SealedLine.seal(value)
    let content = line.dropLast()
    #expect(line.last == SealedLine.lineEnd && !content.contains(SealedLine.lineEnd))
    #expect(SealedLine.open(content)?.root.value == value)
    for count in 0..<content.count { #expect(SealedLine.open(content.prefix(count)) == nil) }
    for index in content.indices {
      for bit in 0..<8 {
        var damaged = content
        damaged[index] ^= 1 << bit
        #expect(SealedLine.open(damaged) == nil, "bit \(bit) of byte \(index)")
      }
    }
  }

  /// What follows a line cut off, on the same line, is lost with it.
  @Test func aLineBehindARestIsNoLine() {
    let line = Array(SealedLine.seal(["unit": 1]).dropLast())
    #expect(SealedLine.open(line[...]) != nil)
    #expect(SealedLine.open((line.prefix(20) + line)[...]) == nil)
    #expect(SealedLine.open((line + line)[...]) == nil)
  }
}
