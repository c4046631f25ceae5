// With x = k log 2 + r, |r| ≤ ½ log 2:
//   exp x = 2^k (1 + r + r²/2 + r³ Q(r))
// All but the last term are carried in double-double; the last is below a hundredth.

/// The exponential function, within 0.55 units in the last place (0.75 for subnormal results).
package func exponential(_ x: Double) -> Double {
  guard x <= 709.782_712_893_384 else { return x.isNaN ? .nan : .infinity }
  guard x >= -745.133_219_101_941_1 else { return 0 }
  let (exponent, high, low) = reducedExponential(x)
  let sum = 1 + high
  let lost = (1 - sum) + high
  return (sum + (lost + low)).scaled(byPowerOfTwo: exponent)
}

/// exp(x) − 1, within 0.6 units in the last place, however small x is.
package func exponentialMinusOne(_ x: Double) -> Double {
  if x.magnitude < 0x1p-54 { return x }
  guard x <= 40 else { return exponential(x) }
  guard x >= -40 else { return x.isNaN ? .nan : -1 }
  let (exponent, high, low) = reducedExponential(x)
  if exponent == 0 { return high + low }
  let sum = 1 + high
  let lost = (1 - sum) + high
  let power = Double.powerOfTwo(exponent)
  let minusOne = sum * power - 1
  let part = minusOne + 1
  let lostAgain = (sum * power - part) + ((part - minusOne) - 1)
  return minusOne + (lostAgain + (lost + low) * power)
}

/// By how much exp(x) exceeds 1 + x: exp(x) − 1 − x, with full relative precision near zero.
///
/// It is never negative, and x² ÷ 2 for small x.
package func exponentialExcess(_ x: Double) -> Double {
  guard x.magnitude < 0.34 else { return x == .infinity ? x : exponentialMinusOne(x) - x }
  return x * x * (0.5 + x * exponentialSeries(x))
}

/// Splits x into k and r, and returns k and exp(r) − 1 = high + low.
@inline(__always)
private func reducedExponential(_ x: Double) -> (exponent: Int, high: Double, low: Double) {
  // Adding and subtracting 1.5 × 2^52 rounds to the nearest whole number.
  let k = (x * 0x1.71547652b82fep+0 + 0x1.8p52) - 0x1.8p52
  let head = x - k * log2High
  let tail = k * log2Low
  let r = head - tail
  let rLow = (head - r) - tail
  let rHigh = r.leadingHalf
  let squareHigh = 0.5 * rHigh * rHigh
  let squareLow = 0.5 * (r - rHigh) * (r + rHigh)
  let high = r + squareHigh
  let lost = (r - high) + squareHigh
  let rest = r * r * r * exponentialSeries(r)
  return (Int(k), high, lost + (squareLow + (rest + rLow * (1 + r))))
}

/// Q in exp r = 1 + r + r²/2 + r³ Q(r), for |r| ≤ 0.3467, to 2^-60 of exp r.
@inline(__always)
private func exponentialSeries(_ r: Double) -> Double {
  let r2 = r * r
  let even =
    0x1.5555555555556p-3
    + r2
    * (0x1.11111111109b3p-7
      + r2
      * (0x1.a01a01a7c41d5p-13 + r2 * (0x1.71de0dae63bb3p-19 + r2 * 0x1.af38a9b0ec855p-26)))
  let odd =
    0x1.5555555555555p-5
    + r2
    * (0x1.6c16c16c167e1p-10
      + r2
      * (0x1.a01a01a47b054p-16 + r2 * (0x1.27e4e1f48534fp-22 + r2 * 0x1.1f66df7fca49fp-29)))
  return even + r * odd
}
