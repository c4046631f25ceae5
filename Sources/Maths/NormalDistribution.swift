/// The probability that a standard normal variable is at most x, precise in the lower tail.
///
/// Within 5 units in the last place, for subnormal results too; the upper tail is that of −x.
package func normalCumulative(_ x: Double) -> Double {
  guard x < 0 else { return x.isNaN ? .nan : 1 - normalTail(x) }
  return normalTail(-x)
}

/// The quantile of the standard normal distribution at probability p.
///
/// The relative error is below 1e-15. Infinite for 0 and 1, NaN outside. For the upper tail, use
/// the negative of the quantile of the complement. The method is Wichura's AS 241.
package func normalQuantile(_ p: Double) -> Double {
  guard p > 0, p < 1 else {
    if p == 0 { return -.infinity }
    return p == 1 ? .infinity : .nan
  }
  let q = p - 0.5
  if q.magnitude <= 0.425 { return q * centralQuantileRatio(0.180625 - q * q) }
  let r = (-logarithm(min(p, 1 - p))).squareRoot()
  let distance = r <= 5 ? nearQuantileRatio(r - 1.6) : farQuantileRatio(r - 5)
  return q < 0 ? -distance : distance
}

/// The probability that a standard normal variable exceeds z ≥ 0.
private func normalTail(_ z: Double) -> Double {
  guard z < 39 else { return 0 }
  // exp(-z²/2) with the rounding error of z² corrected; the rest of the tail varies slowly.
  let zHigh = z.leadingHalf
  let squareHigh = zHigh * zHigh
  let squareLow = (z - zHigh) * (z + zHigh)
  let ratio = ((z - 4) / (z + 4)).polynomial(normalTailSeries) / (1 + z)
  // The small factor comes before the large one, because the product may be below the normal range.
  return (ratio * exponential(-0.5 * squareLow)) * exponential(-0.5 * squareHigh)
}

/// (1 + z) exp(z²/2) P(Z > z) as a polynomial in (z − 4) ÷ (z + 4), for z from 0 to 39.
private let normalTailSeries: [Double] = [
  0x1.e361ea6fba141p-2, -0x1.8c18f2086e34dp-4, 0x1.cabd72a60faa8p-7, 0x1.d4969f10e0611p-6,
  -0x1.07c3c2582d7aep-5, 0x1.25dd7205f4c0ap-6, -0x1.47d5fc7365d66p-8, -0x1.2b7f5dd621291p-12,
  0x1.6c5382b5034bbp-11, -0x1.8c11b68a6b928p-14, -0x1.707ba346b3515p-14, 0x1.6484447a3b02fp-16,
  0x1.c93deb4650a3fp-17, -0x1.cca97befd6715p-19, -0x1.5eb2ea415428dp-19, 0x1.b2500fcf6560fp-22,
  0x1.285c60b68ebb3p-21, 0x1.936d652f68a5bp-30, -0x1.dce1f3c1eb6eep-24, -0x1.561b689224eb0p-26,
  0x1.2fa6fc9cc9f86p-26, 0x1.ad6f91f8c34f4p-28, -0x1.aa40ad3d8f16fp-30, -0x1.b339ed86cc2a1p-31,
]

@inline(__always)
private func centralQuantileRatio(_ r: Double) -> Double {
  r.polynomial([
    3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
    1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
    3.3430575583588128105e+4, 2.5090809287301226727e+3,
  ])
    / r.polynomial([
      1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
      2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
      5.2264952788528545610e+3,
    ])
}

@inline(__always)
private func nearQuantileRatio(_ r: Double) -> Double {
  r.polynomial([
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4,
  ])
    / r.polynomial([
      1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9,
    ])
}

@inline(__always)
private func farQuantileRatio(_ r: Double) -> Double {
  r.polynomial([
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ])
    / r.polynomial([
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15,
    ])
}
