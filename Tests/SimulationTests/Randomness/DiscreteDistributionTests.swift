import Simulation
import TestSupport
import Testing

struct DiscreteDistributionTests {
  /// Words and the alternatives that exact arithmetic on the weights chooses for them.
  @Test
  func knownChoices() throws {
    let rows = try Fixture.rows("choices.txt")
    #expect(rows.count == 240)
    for row in rows {
      let weights = row[0].split(separator: ",").compactMap { Double($0) }
      let word = try #require(UInt64(hexadecimal: row[1]))
      #expect(DiscreteDistribution(weights: weights).choice(at: word) == Int(row[2]), "\(row)")
    }
  }

  @Test
  func endsAreExact() {
    let choice = DiscreteDistribution(weights: [1, 2, 1])
    #expect(choice.choice(at: 0) == 0)
    #expect(choice.choice(at: 1 << 62 - 1) == 0)
    #expect(choice.choice(at: 1 << 62) == 1)
    #expect(choice.choice(at: 3 << 62 - 1) == 1)
    #expect(choice.choice(at: 3 << 62) == 2)
    #expect(choice.choice(at: .max) == 2)
  }

  @Test
  func whatHasNoWeightIsNeverChosen() {
    let choice = DiscreteDistribution(weights: [0, 0.1, 0, 0.2, 0])
    #expect(choice.choice(at: 0) == 1)
    #expect(choice.choice(at: .max) == 3)
    var stream = RandomStream(seed: 16, purpose: 0)
    for _ in 0..<1_000 { #expect([1, 3].contains(stream.nextChoice(choice))) }
  }

  /// The weight of the last alternative is lost in rounding the sum, but the last word is its own.
  @Test
  func aTinyLastWeightKeepsAWord() {
    let choice = DiscreteDistribution(weights: [1, 1e-30])
    #expect(choice.choice(at: .max - 1) == 0)
    #expect(choice.choice(at: .max) == 1)
  }

  @Test
  func frequencies() {
    let choice = DiscreteDistribution(weights: [7, 7, 7])
    var stream = RandomStream(seed: 17, purpose: 0)
    var counts = [0, 0, 0]
    for _ in 0..<GoodnessOfFit.drawCount { counts[stream.nextChoice(choice)] += 1 }
    #expect(GoodnessOfFit.chiSquare(counts) < 13.82)
  }

  @Test
  func mistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = DiscreteDistribution(weights: []) }
    await #expect(processExitsWith: .failure) { _ = DiscreteDistribution(weights: [0, 0]) }
    await #expect(processExitsWith: .failure) { _ = DiscreteDistribution(weights: [1, -1, 1]) }
    await #expect(processExitsWith: .failure) { _ = DiscreteDistribution(weights: [.infinity]) }
  }
}
