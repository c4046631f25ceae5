import Maths

/// A distribution of random delays.
///
/// A sample takes one random word, increases with it, and is between zero and
/// `Distribution.longest`.
public struct Distribution: Hashable, Sendable {
  /// The longest sample, and the largest parameter: 10^18 nanoseconds, or 31.7 years.
  ///
  /// Several such delays in sequence are within the range of virtual time.
  public static let longest: Nanoseconds = 1_000_000_000_000_000_000

  private enum Shape: Hashable {
    case constant(Nanoseconds)
    case uniform(from: Int64, valueCount: UInt64)
    case exponential(meanNanoseconds: Double)
    case lognormal(medianNanoseconds: Double, sigma: Double)
  }

  private let shape: Shape

  private init(_ shape: Shape) {
    self.shape = shape
  }

  /// Always the same delay.
  public static func constant(_ delay: Nanoseconds) -> Distribution {
    requireInRange(delay)
    return Distribution(.constant(delay))
  }

  /// Every whole number of nanoseconds from `least` to `greatest`, both included, with equal
  /// probability.
  public static func uniform(from least: Nanoseconds, to greatest: Nanoseconds) -> Distribution {
    requireInRange(least)
    requireInRange(greatest)
    precondition(least <= greatest, "the shortest delay is not above the longest")
    let valueCount = UInt64((greatest - least).count + 1)
    return Distribution(.uniform(from: least.count, valueCount: valueCount))
  }

  /// The exponential distribution.
  public static func exponential(mean: Nanoseconds) -> Distribution {
    requireInRange(mean)
    return Distribution(.exponential(meanNanoseconds: Double(mean.count)))
  }

  /// The lognormal distribution; the logarithm of the delay has standard deviation `sigma`.
  public static func lognormal(median: Nanoseconds, sigma: Double) -> Distribution {
    requireInRange(median)
    precondition(sigma >= 0 && sigma.isFinite, "sigma is finite and not negative")
    // Zero times an infinite factor would be NaN.
    if median == .zero { return .constant(.zero) }
    return Distribution(.lognormal(medianNanoseconds: Double(median.count), sigma: sigma))
  }

  private static func requireInRange(_ delay: Nanoseconds) {
    precondition(
      delay >= .zero && delay <= longest, "a delay is not negative and at most the longest")
  }
}

extension Distribution {
  /// The kinds of distributions with their parameters.
  public enum Kind: Hashable, Sendable {
    case constant(Nanoseconds)
    case uniform(from: Nanoseconds, to: Nanoseconds)
    case exponential(mean: Nanoseconds)
    case lognormal(median: Nanoseconds, sigma: Double)
  }

  /// The parameters of the distribution; means and medians above 2^53 are rounded.
  public var kind: Kind {
    switch shape {
    case .constant(let delay): .constant(delay)
    case .uniform(let least, let valueCount):
      .uniform(from: Nanoseconds(least), to: Nanoseconds(least + Int64(valueCount - 1)))
    case .exponential(let mean): .exponential(mean: Nanoseconds(Int64(mean)))
    case .lognormal(let median, let sigma):
      .lognormal(median: Nanoseconds(Int64(median)), sigma: sigma)
    }
  }

  /// Whether every sample is the same.
  public var isConstant: Bool {
    if case .constant = shape { true } else { false }
  }

  /// The mean in nanoseconds, before samples are limited to `longest`.
  public var meanNanoseconds: Double {
    switch shape {
    case .constant(let delay): Double(delay.count)
    case .uniform(let least, let valueCount): Double(least) + Double(valueCount - 1) / 2
    case .exponential(let mean): mean
    case .lognormal(let median, let sigma): median * Maths.exponential(sigma * sigma / 2)
    }
  }

  /// The delay for a random word.
  public func sample(at word: UInt64) -> Nanoseconds {
    switch shape {
    case .constant(let delay):
      delay
    case .uniform(let least, let valueCount):
      Nanoseconds(least + Int64(word.multipliedFullWidth(by: valueCount).high))
    case .exponential(let mean):
      Self.nearest(mean * Variate.exponential(at: word))
    case .lognormal(let median, let sigma):
      Self.nearest(median * Maths.exponential(sigma * Variate.normal(at: word)))
    }
  }

  private static func nearest(_ nanoseconds: Double) -> Nanoseconds {
    nanoseconds < Double(longest.count) ? Nanoseconds(Int64(nanoseconds + 0.5)) : longest
  }
}
