import Testing

@testable import Text

struct RateTextTests {
  private static let rates: [(Double, String)] = [
    (0, "no votes"), (1, "all votes"), (-0.0, "no votes"), (1.5, "all votes"),
    (0.5, "50 % of votes"), (0.025, "2.5 % of votes"), (0.0254, "2.5 % of votes"),
    (0.0256, "2.6 % of votes"), (0.29, "29 % of votes"), (0.996, "all but 0.4 % of votes"),
    (0.001, "0.1 % of votes"), (0.0096, "0.96 % of votes"), (0.00996, "1 % of votes"),
    (0.000_999_9, "one in 1,000 votes"), (0.000_25, "one in 4,000 votes"),
    (1 / 40_000.0, "one in 40,000 votes"), (1 / 41_499.0, "one in 41,000 votes"),
    (1 / 41_500.0, "one in 42,000 votes"), (1 / 99_600.0, "one in 100,000 votes"),
    (3.8e-14, "one in 26,000,000,000,000 votes"), (1e-40, "one in 1e40 votes"),
    (0.99, "99 % of votes"), (0.9995, "all but one in 2,000 votes"),
    (1 - 1e-12, "all but one in 1,000,000,000,000 votes"),
  ]

  private static let limits: [(Double, String, String)] = [
    (1 / 3_846.0, "one in 3,800 votes", "one in 3,900 votes"),
    (1 / 4_000.0, "one in 4,000 votes", "one in 4,000 votes"),
    (0.0254, "2.6 % of votes", "2.5 % of votes"), (0.29, "29 % of votes", "29 % of votes"),
    (0.07, "7 % of votes", "7 % of votes"),
    (0.000_999, "one in 1,000 votes", "one in 1,100 votes"),
    (1 - 1 / 3_846.0, "all but one in 3,900 votes", "all but one in 3,800 votes"),
  ]

  @Test(arguments: rates)
  func aRateHasAtMostTwoDigits(rate: Double, text: String) {
    #expect(rate.spokenRate(of: "votes") == text)
  }

  /// Nothing is said to be rarer than it may be, or more frequent than it must be.
  @Test(arguments: limits)
  func aLimitIsRoundedToItsSide(rate: Double, atMost: String, atLeast: String) {
    #expect(rate.spokenRate(of: "votes", rounding: .up) == atMost)
    #expect(rate.spokenRate(of: "votes", rounding: .down) == atLeast)
  }
}
