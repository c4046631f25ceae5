import Statistics
import TestSupport
import Testing

struct PairedMeansTests {
  private static func parts(_ text: String) throws -> [(total: Int, units: Int)] {
    try text.split(separator: ",").map { part in
      let numbers = try part.split(separator: "/").map { try #require(Int($0)) }
      return (numbers[0], numbers[1])
    }
  }

  @Test func agreesWithKnownAnswers() throws {
    for fields in try Fixture.lines("paired.txt", of: "ratio") {
      let trials = zip(try Self.parts(fields[0]), try Self.parts(fields[1]))
        .map { PairedMeans.Observation(base: $0, new: $1) }
      let numbers = try Fixture.numbers(fields.dropFirst(2))
      let means = try #require(PairedMeans(trials))
      #expect(relativeError(means.pValue, numbers[0]) < 1e-12, "\(fields)")
      let difference = means.difference(within: .infinity)
      #expect((difference.value - numbers[1]).magnitude < 1e-14)
      #expect((difference.low - numbers[2]).magnitude < 1e-9, "\(fields)")
      #expect((difference.high - numbers[3]).magnitude < 1e-9, "\(fields)")
      #expect((means.new - means.base - numbers[1]).magnitude < 1e-14)
    }
  }

  @Test func aMeanWithoutAUnitIsNone() {
    #expect(PairedMeans([]) == nil)
    #expect(PairedMeans([.init(base: (0, 0), new: (3, 4))]) == nil)
    #expect(PairedMeans([.init(base: (3, 4), new: (0, 0))]) == nil)
  }

  @Test func equalTrialsAreNoChange() throws {
    let means = try #require(
      PairedMeans((1...50).map { .init(base: ($0, $0 + 7), new: ($0, $0 + 7)) }))
    #expect(means.pValue == 1)
    let difference = means.difference(within: 1)
    #expect(difference.value == 0 && difference.low < 0 && difference.high > 0)
    #expect(difference.high < 0.1)
  }

  @Test func whatBothHaveInCommonIsNoNoise() throws {
    var random = SplitMix64(seed: 4)
    let trials = (0..<40).map { _ in
      let shared = Int(random.next() % 1000)
      return PairedMeans.Observation(
        base: (shared, 1000), new: (shared - Int(random.next() % 3), 1000))
    }
    let means = try #require(PairedMeans(trials))
    #expect(means.pValue < 1e-6)
    let difference = means.difference(within: 1)
    #expect(difference.high < 0 && difference.high - difference.low < 0.001)
    let shuffled = zip(trials, trials.dropFirst(13) + trials.prefix(13))
      .map { PairedMeans.Observation(base: $0.base, new: $1.new) }
    #expect(try #require(PairedMeans(shuffled)).pValue > 0.05)
  }

  @Test func intervalsStayWithinWhatIsPossible() throws {
    let means = try #require(
      PairedMeans([.init(base: (0, 2), new: (2, 2)), .init(base: (0, 2), new: (1, 2))]))
    let difference = means.difference(within: 1)
    #expect(difference.value == 0.75 && difference.high == 1 && difference.low == -1)
  }
}
