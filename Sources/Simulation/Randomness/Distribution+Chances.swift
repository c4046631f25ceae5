import Maths

/// How likely a delay is over in time.
public struct DelayChances: Hashable, Sendable {
  /// The probability that it is no longer than a limit.
  public let within: Double
  /// The probability that it is longer; kept, because taken from 1 it would lose its digits.
  public let beyond: Double

  /// Two probabilities that add up to 1.
  public init(within: Double, beyond: Double) {
    self.within = within
    self.beyond = beyond
  }

  /// What is sure to be over in time.
  public static let sure = DelayChances(within: 1, beyond: 0)
  /// What is sure not to be.
  public static let none = DelayChances(within: 0, beyond: 1)
}

extension Distribution {
  /// The shortest sample there is.
  public var least: Nanoseconds { sample(at: .min) }

  /// The longest sample there is: one word has room for no rarer ones.
  public var greatest: Nanoseconds { sample(at: .max) }

  /// How likely a sample is no longer than a limit.
  public func chances(within limit: Nanoseconds) -> DelayChances {
    if limit >= greatest { return .sure }
    if limit < least { return .none }
    // Samples are rounded: those that become the limit are up to half a nanosecond longer.
    let end = Double(limit.count) + 0.5
    switch kind {
    case .constant: return .sure
    case .uniform(let first, let last):
      let count = Double((last - first).count + 1)
      return DelayChances(
        within: Double((limit - first).count + 1) / count,
        beyond: Double((last - limit).count) / count)
    case .exponential(let mean):
      let means = end / Double(mean.count)
      return DelayChances(within: complementOfDecay(means), beyond: Maths.exponential(-means))
    case .lognormal(let median, let sigma):
      let deviations = logarithm(end / Double(median.count)) / sigma
      return DelayChances(
        within: normalCumulative(deviations), beyond: normalCumulative(-deviations))
    }
  }
}

/// 1 − exp(−x) for x ≥ 0, as precise for a small x as for a large one.
private func complementOfDecay(_ x: Double) -> Double {
  // Below this the terms left out are less than the last digit.
  guard x < 0.02 else { return 1 - exponential(-x) }
  var factor = 1.0
  for order in stride(from: 7.0, to: 1, by: -1) { factor = 1 - x / order * factor }
  return x * factor
}
