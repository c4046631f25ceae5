import Testing
import Text

struct FractionTests {
  @Test(arguments: [
    ("2/3", 0.6666666666666666), ("1/2", 0.5), ("-1/4", -0.25), ("4/2", 2), ("0/7", 0),
    ("1/3", 0.3333333333333333), ("007/10", 0.7),
    ("999999999999999/1", 999_999_999_999_999), ("1/999999999999999", 1.000000000000001e-15),
  ])
  func isTheNearestDouble(text: String, value: Double) {
    #expect(Fraction(text)?.value == value)
    #expect(Fraction.isMeant(by: text))
  }

  @Test func zeroHasNoSign() {
    #expect(Fraction("-0/5")?.value.sign == .plus)
  }

  @Test(arguments: [
    "1/0", "2/-3", "1e400/1", "1/1e5", "0.5/2", "1/02", "+1/2", "1/+2", "1/2/3", "1/", "/2", "/",
    "--1/2", "1 / 2", "1000000000000000/1", "1/1000000000000000", "-/2",
  ])
  func refusesWhatIsOnlyMeantAsOne(text: String) {
    #expect(Fraction(text) == nil)
    #expect(Fraction.isMeant(by: text))
  }

  @Test(arguments: ["", "2", "worker/1", "results/a", "⅔", "１/２"])
  func leavesOtherTextsAlone(text: String) {
    #expect(Fraction(text) == nil)
    #expect(!Fraction.isMeant(by: text))
  }
}
