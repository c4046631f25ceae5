import Statistics
import TestSupport
import Testing

struct HolmTestTests {
  @Test func agreesWithKnownAnswers() throws {
    for fields in try Fixture.lines("paired.txt", of: "holm") {
      let pValues = try Fixture.numbers(fields[0].split(separator: ",").map(String.init))
      let expected = try Fixture.numbers(fields[1].split(separator: ",").map(String.init))
      let adjusted = HolmTest.adjusted(pValues)
      #expect(zip(adjusted, expected).allSatisfy { relativeError($0, $1) < 1e-14 }, "\(pValues)")
    }
  }

  @Test func whatIsRejectedIsWhatIsSmallEnoughWhenAdjusted() {
    forEverySeed(300) { draw in
      let pValues = draw.array(0...12) { Double($0.int(in: 0...100)) / 1000 }
      let alpha = Double(draw.int(in: 1...90)) / 1000 + 0.000_5
      let adjusted = HolmTest.adjusted(pValues)
      try requireEqual(
        HolmTest.rejected(pValues, alpha: alpha).sorted(),
        adjusted.indices.filter { adjusted[$0] <= alpha })
    }
  }
}
