// A `Double` has 53 bits. Where a result must be right to its last bit, the functions of this
// module use an unevaluated sum of two, `high + low`. They use only operations that IEEE 754
// defines to the last bit, so the results are the same on every system.

extension Double {
  /// The number cut to its leading 26 bits; the product of two such numbers is exact.
  @inline(__always)
  var leadingHalf: Double { Double(bitPattern: bitPattern & ~0x7FF_FFFF) }

  /// The number times a power of two, rounded once, for any exponent.
  @inline(__always)
  func scaled(byPowerOfTwo exponent: Int) -> Double {
    if exponent > 1_023 { return self * 0x1p1023 * .powerOfTwo(exponent - 1_023) }
    if exponent < -1_022 { return self * .powerOfTwo(exponent + 1_000) * 0x1p-1000 }
    return self * .powerOfTwo(exponent)
  }

  /// Two to the power of an exponent from -1,022 to 1,023.
  @inline(__always)
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(exponent + 1_023) << 52)
  }

  /// The value at this point of a polynomial with given coefficients, constant first.
  @inline(__always)
  func polynomial(_ coefficients: [Double]) -> Double {
    var value = 0.0
    for coefficient in coefficients.reversed() { value = value * self + coefficient }
    return value
  }
}
