/// Weights as whole numbers of a common unit, if there is one that is not too small.
struct WholeWeights: Sendable {
  /// The weights in units.
  let counts: [Int]
  /// The weight of one unit.
  let unit: Double
  /// The sum of the weights in units.
  let total: Int

  /// The weights as whole numbers; nil if they have no common unit of at least a millionth.
  ///
  /// Numbers with few decimals are taken as written, although a double is not exactly 0.1.
  init?(_ weights: [Double]) {
    guard
      let scale = Self.scales.first(where: { scale in weights.allSatisfy { isWhole($0 * scale) } })
    else { return nil }
    let scaled = weights.map { Int(($0 * scale).rounded()) }
    let divisor = scaled.reduce(0) { gcd($0, $1) }
    counts = scaled.map { $0 / divisor }
    unit = Double(divisor) / scale
    total = counts.reduce(0, +)
  }

  /// Decimals first, because people write those; then halves, quarters and so on.
  private static let scales: [Double] =
    [1, 10, 100, 1000, 1e4, 1e5, 1e6] + (1...20).map { Double(1 << $0) }
}

/// Whether a number is whole, up to the rounding of decimals.
private func isWhole(_ value: Double) -> Bool {
  let whole = value.rounded()
  return whole >= 1 && whole < 0x1p31 && abs(value - whole) <= 1e-12 * whole
}

/// The greatest common divisor.
private func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
