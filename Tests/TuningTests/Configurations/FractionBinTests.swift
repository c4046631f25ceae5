import Testing

@testable import Tuning

/// The value that stands for a range.
struct FractionBinTests {
  /// No fraction with fewer digits is as far from both ends.
  @Test(arguments: [
    (0.5...1.0, 0.8), (0.25...0.5, 0.4), (0.0...1.0, 0.5), (0.31...0.33, 0.32), (0.9...1.0, 0.95),
    (0.7...0.7, 0.7),
  ])
  func isNearTheMiddleWithFewDigits(range: ClosedRange<Double>, middle: Double) {
    #expect(range.middle == middle)
  }
}
