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

  /// The largest probability of any single sample, or a little more; 1 if all samples are the same.
  public var chanceOfInstant: Double {
    switch kind {
    case .constant: return 1
    case .uniform(let first, let last): return 1 / Double((last - first).count + 1)
    case .exponential(let mean): return min(1, 1 / Double(mean.count))
    case .lognormal(let median, let sigma):
      // The density has its maximum at median · exp(−σ²).
      return min(1, Maths.exponential(sigma * sigma / 2) / (Double(median.count) * sigma * 2.5))
    }
  }

  /// The probability that a sample is within a limit.
  public func chances(within limit: Nanoseconds) -> DelayChances {
    if limit >= greatest { return .sure }
    if limit < least { return .none }
    // Samples are rounded, so those up to half a nanosecond longer become the limit.
    return chances(before: Double(limit.count) + 0.5)
  }

  /// The probability that a sample is below a time in nanoseconds, before samples are rounded.
  ///
  /// It rises with the time without steps, except for a constant, which is beyond no time.
  public func chances(before end: Double) -> DelayChances {
    switch kind {
    case .constant: return .sure
    case .uniform(let first, let last):
      let count = Double((last - first).count + 1)
      let below = min(max(0, end - Double(first.count) + 0.5), count)
      return DelayChances(within: below / count, beyond: (count - below) / count)
    case .exponential(let mean):
      let means = max(0, end) / Double(mean.count)
      return DelayChances(within: complementOfDecay(means), beyond: Maths.exponential(-means))
    case .lognormal(let median, let sigma):
      if end <= 0 { return DelayChances.none }
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
