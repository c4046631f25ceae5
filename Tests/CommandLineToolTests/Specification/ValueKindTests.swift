import Experiments
import Scenarios
import Testing

@testable import CommandLineTool

struct ValueKindTests {
  @Test(arguments: ["1", "007", "1024", "+5"])
  func integersWithinTheRangeAreRead(text: String) {
    #expect(ValueKind.integer(in: 1...1_024).read(text) == Int(text))
  }

  @Test(arguments: ["", "0", "1025", "1e3", "1.0", " 1", "0x1", "1_000", "٣", "--1"])
  func otherTextsAreNotIntegers(text: String) {
    #expect(ValueKind.integer(in: 1...1_024).read(text) == nil)
  }

  @Test(arguments: ["0", "-0.5", "1e-7", "+3.25E2", ".5", "5."])
  func decimalNumbersAreRead(text: String) {
    #expect(ValueKind.number.read(text) == Double(text))
    #expect(Double(text) != nil || text == "5.")
  }

  @Test(arguments: ["", "nan", "inf", "-infinity", "1e999", "0x1p3", "1,5", "half", "1 "])
  func whatIsNotFiniteOrNotDecimalIsNoNumber(text: String) {
    #expect(ValueKind.number.read(text) == nil)
  }

  @Test func numbersKeepToTheirRange() {
    #expect(ValueKind.number(in: -0.5...2).syntax.expectation == "a number from -0.5 to 2")
    let kind = ValueKind.number(in: 0...1)
    #expect(kind.read("0") == 0 && kind.read("1") == 1)
    #expect(kind.read("-0.001") == nil && kind.read("1.001") == nil)
  }

  @Test(arguments: ["", "/", "1", "1/", "/2", "2/2", "-1/2", "0/0", "1/2/3", "a/b", "1 / 2"])
  func shardsAreCountedFrom0AndAreFewerThanAll(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test func shardsAreRead() {
    #expect(Shard("0/1")?.index == 0)
    #expect(Shard("3/16")?.index == 3)
    #expect(Shard("3/16")?.count == 16)
  }

  @Test(arguments: ["", "a", "=", "=b"])
  func anAssignmentHasAPathAndAnEqualsSign(text: String) {
    #expect(ScenarioOverride(argument: text) == nil)
  }
}
