/// Weights as whole multiples of a unit, so that sums of them are whole numbers.
struct WeightUnits {
  /// The multiple for each weight.
  let units: [Int]
  /// The unit of weight.
  let unit: Double
  /// Whether every sum of votes is exact, so that its order does not matter.
  let areSumsExact: Bool

  /// The units of some weights, each with the number of its voters; nil if there are none.
  init?(weights: [Double], counts: [Int]) {
    if let exact = Self.binary(weights, counts) {
      self = exact
    } else if let near = Self.decimal(weights, counts) {
      self = near
    } else {
      return nil
    }
  }

  private init(multiples: [Int], of unit: Double, areSumsExact: Bool) {
    let divisor = multiples.reduce(0, greatestCommonDivisor)
    units = multiples.map { $0 / divisor }
    self.unit = unit * Double(divisor)
    self.areSumsExact = areSumsExact
  }

  /// The multiples of the lowest bit set in any weight, if all sums fit into 53 bits.
  private static func binary(_ weights: [Double], _ counts: [Int]) -> WeightUnits? {
    guard let unit = weights.map(\.lowestBit).min(), unit.isNormal else { return nil }
    var sum = 0.0
    for (weight, count) in zip(weights, counts) {
      sum += weight / unit * Double(count)
      if !(sum <= 0x1p53) { return nil }
    }
    return WeightUnits(multiples: weights.map { Int($0 / unit) }, of: unit, areSumsExact: true)
  }

  /// The multiples of a simple fraction, within the precision of doubles.
  private static func decimal(_ weights: [Double], _ counts: [Int]) -> WeightUnits? {
    for parts in Array(1...1000) + [10_000, 100_000, 1_000_000] {
      let multiples = weights.map { ($0 * Double(parts)).rounded() }
      let isFound = zip(weights, multiples).allSatisfy { weight, multiple in
        multiple >= 1 && multiple < 0x1p40
          && (weight * Double(parts) - multiple).magnitude <= 4 * multiple.ulp
      }
      if isFound {
        return WeightUnits(
          multiples: multiples.map { Int($0) }, of: 1 / Double(parts), areSumsExact: false)
      }
    }
    return nil
  }
}

extension Double {
  /// The value of the lowest bit set in the number.
  fileprivate var lowestBit: Double {
    let place = significandBitPattern == 0 ? 52 : significandBitPattern.trailingZeroBitCount
    return ulp.scaled(byBits: place)
  }

  private func scaled(byBits bits: Int) -> Double { self * Double(UInt64(1) << UInt64(bits)) }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}
