// With x = 2^k (1 + f), 1 + f between √½ and √2, and s = f / (2 + f):
//   log x = k log 2 + 2 s + s³ P(s²)
// The first two terms are carried in double-double; the last is below a hundredth of the second,
// so its rounding hardly shows.

/// The natural logarithm, within 0.55 units in the last place.
///
/// Minus infinity for 0, NaN below 0.
package func logarithm(_ x: Double) -> Double {
  guard x > 0, x < .infinity else {
    if x == 0 { return -.infinity }
    return x > 0 ? x : .nan
  }
  let isSubnormal = x < .leastNormalMagnitude
  let (exponent, fraction) = split(isSubnormal ? x * 0x1p54 : x)
  return sumOfLogarithms(
    exponent: isSubnormal ? exponent - 54 : exponent, fraction: fraction, correction: 0)
}

/// The natural logarithm of 1 + x, within 0.55 units in the last place, however small x is.
///
/// Minus infinity for −1, NaN below −1.
package func logarithm(onePlus x: Double) -> Double {
  guard x > -1, x < .infinity else {
    if x == -1 { return -.infinity }
    return x > 0 ? x : .nan
  }
  if isNearZero(x) {
    return x.magnitude < 0x1p-54 ? x : sumOfLogarithms(exponent: 0, fraction: x, correction: 0)
  }
  if x > 0x1p60 { return logarithm(x) }
  let sum = 1 + x
  let lost = x < 1 ? x - (sum - 1) : 1 - (sum - x)
  let (exponent, fraction) = split(sum)
  return sumOfLogarithms(
    exponent: exponent, fraction: fraction, correction: lost * .powerOfTwo(-exponent))
}

/// By how much log(1 + x) is below x: x − log(1 + x), with full relative precision near zero.
///
/// It is never negative, and x² ÷ 2 for small x. Infinite at −1, NaN below it.
package func logarithmDeficit(_ x: Double) -> Double {
  guard isNearZero(x) else { return x == .infinity ? x : x - logarithm(onePlus: x) }
  let s = x / (2 + x)
  return s * (x - logarithmSeries(s * s) * (s * s))
}

/// Whether 1 + x is between √½ and √2.
@inline(__always)
private func isNearZero(_ x: Double) -> Bool { x > -0.2928 && x < 0.4142 }

/// Splits a normal x into 2^exponent × (1 + fraction), with 1 + fraction between √½ and √2.
@inline(__always)
private func split(_ x: Double) -> (exponent: Int, fraction: Double) {
  let squareRootOfHalf: UInt64 = 0x3FE6_A09E_667F_3BCD
  let one: UInt64 = 0x3FF0_0000_0000_0000
  let shifted = x.bitPattern + (one - squareRootOfHalf)
  let significand = Double(bitPattern: (shifted & 0xF_FFFF_FFFF_FFFF) + squareRootOfHalf)
  return (Int(shifted >> 52) - 1_023, significand - 1)
}

/// exponent × log 2 + log(1 + fraction + correction), with a correction below an ulp of 1.
@inline(__always)
private func sumOfLogarithms(exponent: Int, fraction: Double, correction: Double) -> Double {
  let denominator = 2 + fraction
  let denominatorLost = (2 - denominator) + fraction
  let s = fraction / denominator
  let sHigh = s.leadingHalf
  let denominatorHigh = denominator.leadingHalf
  let remainder =
    ((fraction - sHigh * denominatorHigh) - sHigh * (denominator - denominatorHigh))
    - (s - sHigh) * denominator
  // 1 / (2 + f) is (1 - s) / 2, which saves a division.
  let twiceLow = (remainder - s * denominatorLost + correction * (1 - s)) * (1 - s)
  let z = s * s
  let k = Double(exponent)
  let main = k * log2High
  let high = main + 2 * s
  let low = (main - high) + 2 * s
  return high + (low + (k * log2Low + (twiceLow + s * z * logarithmSeries(z))))
}

/// P in atanh s = s + s³ P(s²) ÷ 2, for |s| ≤ 0.1716, to 2^-60 of atanh s.
@inline(__always)
func logarithmSeries(_ z: Double) -> Double {
  let z2 = z * z
  let even =
    0x1.5555555555555p-1
    + z2 * (0x1.2492492476cccp-2 + z2 * (0x1.745cf9048dd95p-3 + z2 * 0x1.0fbe95d716020p-3))
  let odd =
    0x1.9999999999a38p-2
    + z2 * (0x1.c71c720159177p-3 + z2 * (0x1.3b1c355a8f7a2p-3 + z2 * 0x1.0c039c49989c6p-3))
  return even + z * odd
}

/// log 2 in two parts, the first short enough that its product with any exponent is exact.
let log2High = 0x1.62e42fefa3800p-1
let log2Low = 0x1.ef35793c76730p-45
