import Statistics
import TestSupport
import Testing

struct McNemarTests {
  @Test func agreesWithKnownAnswers() throws {
    for fields in try Fixture.lines("paired.txt", of: "mcnemar") {
      let numbers = try Fixture.numbers(fields)
      let (base, new) = (Int(numbers[0]), Int(numbers[1]))
      let test = McNemarTest(onlyBase: base, onlyNew: new, pairs: base + new + 5)
      #expect(relativeError(test.pValue, numbers[2]) < 1e-11, "\(fields)")
    }
  }

  @Test func intervalsAreThoseOfBonettAndPrice() throws {
    for fields in try Fixture.lines("paired.txt", of: "bonettPrice") {
      let numbers = try Fixture.numbers(fields)
      let test = McNemarTest(
        onlyBase: Int(numbers[0]), onlyNew: Int(numbers[1]), pairs: Int(numbers[2]))
      let difference = test.difference(confidence: numbers[3])
      #expect(difference.value == (numbers[1] - numbers[0]) / numbers[2])
      #expect((difference.low - min(difference.value, numbers[4])).magnitude < 1e-12, "\(fields)")
      #expect((difference.high - max(difference.value, numbers[5])).magnitude < 1e-12, "\(fields)")
    }
  }

  @Test func wherePairsAgreeThereIsNoChangeAndYetNoCertainty() {
    let test = McNemarTest(onlyBase: 0, onlyNew: 0, pairs: 100)
    #expect(test.pValue == 1)
    #expect(test.difference().value == 0 && test.difference().high > 0.02)
  }

  /// The interval covers the true difference about as often as it says, also where few disagree.
  @Test(arguments: [(0.02, 0.02), (0.01, 0.06), (0.3, 0.1), (0, 0.05)])
  func coversAsOftenAsItSays(down: Double, up: Double) {
    var random = SplitMix64(seed: 3)
    let samples = 1000
    let covered = (0..<samples).count { _ in
      let draws = (0..<120).map { _ in random.nextUnit() }
      let difference = McNemarTest(
        onlyBase: draws.count { $0 < down },
        onlyNew: draws.count { $0 >= down && $0 < down + up }, pairs: draws.count
      ).difference()
      return difference.low <= up - down && up - down <= difference.high
    }
    // Below 95 % by no more than three standard errors of a sample of this size.
    #expect(Double(covered) / Double(samples) > 0.93)
  }
}
