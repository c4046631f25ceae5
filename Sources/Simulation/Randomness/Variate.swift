import Maths

/// Random words as numbers of the standard distributions.
///
/// One word gives one number, and a larger word never gives a smaller number. So simulations with
/// the same draws and a different parameter differ only as much as the parameter requires.
public enum Variate {
  /// A number in [0, 1), a multiple of 2^-53.
  @inlinable
  public static func unit(at word: UInt64) -> Double {
    Double(word >> 11) * 0x1p-53
  }

  /// A number in (0, 1], a multiple of 2^-53.
  @inlinable
  public static func positiveUnit(at word: UInt64) -> Double {
    Double((word >> 11) + 1) * 0x1p-53
  }

  /// A number in (0, 1), an odd multiple of 2^-53: symmetric about ½.
  @inlinable
  public static func innerUnit(at word: UInt64) -> Double {
    (Double(word >> 12) + 0.5) * 0x1p-52
  }

  /// A number of the exponential distribution with mean 1: at most 36.8.
  public static func exponential(at word: UInt64) -> Double {
    0 - logarithm(1 - unit(at: word))
  }

  /// A number of the standard normal distribution: at most 8.2 either way.
  public static func normal(at word: UInt64) -> Double {
    normalQuantile(innerUnit(at: word))
  }
}
