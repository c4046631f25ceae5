import Maths

/// The probabilities that a delay is within a limit or exceeds it.
public struct DelayChances: Hashable, Sendable {
  /// The probability that the delay is within the limit.
  public let within: Double
  /// The probability that it exceeds the limit; stored, because 1 minus the other would lose
  /// digits.
  public let beyond: Double

  /// Probabilities that sum to 1.
  public init(within: Double, beyond: Double) {
    self.within = within
    self.beyond = beyond
  }

  /// A delay that is certainly within the limit.
  public static let sure = DelayChances(within: 1, beyond: 0)
  /// A delay that certainly exceeds the limit.
  public static let none = DelayChances(within: 0, beyond: 1)
}

extension Distribution {
  /// The shortest possible sample.
  public var least: Nanoseconds { sample(at: .min) }

  /// The longest possible sample, because one random word cannot give rarer ones.
  public var greatest: Nanoseconds { sample(at: .max) }

  /// The probability that a sample is within a limit.
  public func chances(within limit: Nanoseconds) -> DelayChances {
    if limit >= greatest { return .sure }
    if limit < least { return .none }
    // Samples are rounded, so those up to half a nanosecond longer become the limit.
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
  // Below this the omitted terms are less than the last digit.
  guard x < 0.02 else { return 1 - exponential(-x) }
  var factor = 1.0
  for order in stride(from: 7.0, to: 1, by: -1) { factor = 1 - x / order * factor }
  return x * factor
}
