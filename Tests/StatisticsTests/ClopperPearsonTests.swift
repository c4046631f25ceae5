import Statistics
import TestSupport
import Testing

@Suite struct ClopperPearsonTests {
  @Test func agreesWithKnownAnswers() throws {
    for fields in try Fixture.lines("intervals.txt", of: "clopperPearson") {
      let numbers = try Fixture.numbers(fields)
      let estimate = try #require(
        Estimate.clopperPearson(events: numbers[0], trials: numbers[1], confidence: numbers[2]))
      #expect(estimate.value == numbers[0] / numbers[1])
      #expect(relativeError(estimate.low, numbers[3]) < 1e-9, "\(numbers)")
      #expect(relativeError(estimate.high, numbers[4]) < 1e-9, "\(numbers)")
    }
  }

  @Test func endsAreExact() throws {
    let none = try #require(Estimate.clopperPearson(events: 0, trials: 100))
    #expect(none.value == 0 && none.low == 0)
    #expect(relativeError(none.high, 0.036_216_692_645_176_42) < 1e-14)
    let all = try #require(Estimate.clopperPearson(events: 100, trials: 100))
    #expect(all.value == 1 && all.high == 1)
    #expect(relativeError(all.low, 0.963_783_307_354_823_6) < 1e-14)
    #expect(Estimate.clopperPearson(events: 0, trials: 0) == nil)
  }

  @Test func noEventsAmongHugeNumbersLeaveATinyLimit() throws {
    let none = try #require(Estimate.clopperPearson(events: 0, trials: 1e12))
    #expect(relativeError(none.high, 3.688_879_454_107_131e-12) < 1e-12)
  }

  @Test func eventsAndTheirAbsenceMirrorEachOther() throws {
    for events in stride(from: 0.0, through: 40, by: 0.5) {
      let estimate = try #require(Estimate.clopperPearson(events: events, trials: 40))
      let mirrored = try #require(Estimate.clopperPearson(events: 40 - events, trials: 40))
      #expect((1 - mirrored.low - estimate.high).magnitude <= 0x1p-52)
      #expect((1 - mirrored.high - estimate.low).magnitude <= 0x1p-52)
    }
  }

  /// The interval covers a rate when it is computed from one of the counts that the rate makes
  /// likely; their probabilities add up to at least the confidence, whatever the rate.
  @Test(arguments: [1, 2, 5, 10, 37, 200])
  func coversAtLeastAsOftenAsItSays(trials: Int) throws {
    let intervals = try (0...trials).map {
      try #require(Estimate.clopperPearson(events: Double($0), trials: Double(trials)))
    }
    var least = 1.0
    for step in 1..<1_000 {
      let rate = Double(step) / 1_000
      let likelihoods = binomial(trials, rate)
      let coverage = zip(intervals, likelihoods)
        .filter { $0.0.low <= rate && rate <= $0.0.high }.reduce(0) { $0 + $1.1 }
      #expect(coverage >= 0.95, "at \(rate)")
      least = min(least, coverage)
    }
    // Nor is it much wider than it must be.
    if trials >= 37 { #expect(least < 0.96) }
  }

  /// The probabilities of 0…n events, each from its neighbour nearer to the middle.
  private func binomial(_ trials: Int, _ rate: Double) -> [Double] {
    let odds = rate / (1 - rate)
    let middle = Int(Double(trials) * rate)
    var row = [Double](repeating: 1, count: trials + 1)
    for k in stride(from: middle + 1, through: trials, by: 1) {
      row[k] = row[k - 1] * odds * Double(trials - k + 1) / Double(k)
    }
    for k in stride(from: middle - 1, through: 0, by: -1) {
      row[k] = row[k + 1] / odds * Double(k + 1) / Double(trials - k)
    }
    let sum = row.reduce(0, +)
    return row.map { $0 / sum }
  }
}
