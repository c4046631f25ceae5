import Simulation
import TestSupport
import Testing

struct DelayChancesTests {
  static let delays: [Distribution] = [
    .constant(5), .uniform(from: 2, to: 9), .exponential(mean: 1_000_000),
    .lognormal(median: 1_000_000, sigma: 0.7), .lognormal(median: 7, sigma: 0),
  ]

  @Test(arguments: delays)
  func samplesAreAsOftenInTimeAsToBeExpected(delay: Distribution) {
    var generator = SplitMix64(seed: 5)
    let samples = (0..<20_000).map { _ in delay.sample(at: generator.next()) }
    let limits = [delay.least, delay.greatest] + samples.prefix(20)
    for limit in limits + limits.map({ $0 - Nanoseconds(1) }) {
      let chances = delay.chances(within: limit)
      #expect((chances.within + chances.beyond - 1).magnitude < 1e-12)
      let events = Double(samples.count { $0 <= limit })
      let mean = 20_000 * chances.within
      #expect((events - mean).magnitude <= 4.5 * (mean * chances.beyond).squareRoot() + 1e-9)
    }
  }

  @Test func smallChancesKeepTheirDigits() {
    let delay = Distribution.exponential(mean: 1_000_000_000)
    #expect((delay.chances(within: 0).within / 5e-10 - 1).magnitude < 1e-9)
    let late = delay.chances(within: 20_000_000_000).beyond
    #expect((late / 2.061153622438558e-9 - 1).magnitude < 1e-9)
    #expect(delay.chances(within: delay.greatest) == .sure)
    #expect(delay.chances(within: Nanoseconds(-1)) == .none)
  }
}
