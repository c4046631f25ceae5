import Simulation
import TestSupport
import Testing

struct NanosecondsTests {
  @Test(arguments: [
    (0, 0), (1, 1_000_000_000), (0.5, 500_000_000), (0.05, 50_000_000), (8, 8_000_000_000),
    (1e-9, 1), (0.49e-9, 0), (0.51e-9, 1), (1.5e-9, 2), (0.1 + 0.2, 300_000_000),
    // 2^-10 s is 976,562.5 ns, a tie; 3 × 2^-10 s is another.
    (0x1p-10, 976_563), (0x1.8p-9, 2_929_688),
    (1_700_000_000.25, 1_700_000_000_250_000_000),
    (9_223_372_035, 9_223_372_035_000_000_000),
  ])
  func secondsBecomeTheNearestNanosecond(seconds: Double, count: Int64) {
    #expect(Nanoseconds(seconds: seconds) == Nanoseconds(count))
  }

  @Test
  func wholeSecondsLoseNoDigits() {
    // As one product it would have 55 bits, and be rounded to a multiple of 2 ns.
    let seconds = 16_777_216 + 0x1p-26
    #expect(Nanoseconds(seconds: seconds) == 16_777_216_000_000_015)
  }

  @Test
  func nanosecondsComeBackFromSeconds() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<10_000 {
      let span = Nanoseconds(Int64.random(in: 0...1 << Int64.random(in: 0...52), using: &random))
      #expect(Nanoseconds(seconds: span.seconds) == span)
    }
  }

  @Test(arguments: [
    (0, true), (9_223_372_035.999, true), (-0.0, true), (-1e-300, false), (9_223_372_036, false),
    (.infinity, false), (-.infinity, false), (.nan, false),
  ])
  func representableSeconds(seconds: Double, isRepresentable: Bool) {
    #expect(Nanoseconds.isRepresentable(seconds: seconds) == isRepresentable)
  }

  @Test
  func orderAndArithmetic() {
    let shorter: Nanoseconds = 3
    let longer: Nanoseconds = 5
    #expect(shorter < longer)
    #expect(!(longer < longer))
    #expect(longer + shorter == 8)
    #expect(shorter - longer == -2)
    #expect(Nanoseconds.zero == 0)
    #expect(Nanoseconds.max.count == .max)
  }

  @Test
  func mistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Nanoseconds(seconds: -1) }
    await #expect(processExitsWith: .failure) { _ = Nanoseconds(seconds: 1e10) }
    await #expect(processExitsWith: .failure) { print(Nanoseconds.max + 1) }
  }
}
