/// A test whether differences within pairs lean to one side: the p-value is the probability that
/// their sum is at least as far from zero if each sign comes from a fair coin.
///
/// If the two results of each pair have the same distribution, they may change places, which
/// changes the sign of their difference. So the test assumes nothing else about the distribution,
/// and a p-value up to α is at most as frequent as α. It depends only on the differences: no coin
/// is tossed.
///
/// - If all differences have the same size, the p-value is that of the binomial distribution (then
///   the test is McNemar's), for any number of differences.
/// - Otherwise all sums are counted if *n* differences with total size *S* (in units of their
///   greatest common divisor) need at most 2^20 steps, *n* · *S*. Up to 256 differences are first
///   rounded if necessary, to a grid with 16 to 256 steps for the mean difference. The rounding
///   ignores signs, so the test stays exact: it is that of the rounded differences.
/// - Otherwise the tail is the saddlepoint approximation of Lugannani and Rice with the correction
///   for lattices. It is within some per cent of the exact p-value, also far out in the tails
///   (within a quarter if one difference outweighs dozens of others).
package struct SignFlipTest: Sendable, Equatable {
  /// The p-value.
  package let pValue: Double

  /// The largest number of steps to count all sums.
  static let stepsMax = 1 << 20
  /// The number of grid steps of the mean difference after rounding.
  private static let stepsPerDifference = 16...256

  /// The test of some differences; those that are zero give no information.
  package init(_ differences: [Int128]) {
    let signed = Self.reduced(differences.filter { $0 != 0 })
    let sum = signed.reduce(0, +).magnitude
    let sizes = signed.map(\.magnitude)
    let total = sizes.reduce(0, +)
    if sum == 0 {
      pValue = 1
    } else if sizes.allSatisfy({ $0 == 1 }) {
      let heads = (sizes.count + Int(sum)) / 2
      pValue = fairCoinPValue(heads: heads, tails: sizes.count - heads)
    } else if total <= UInt128(Self.stepsMax / sizes.count) {
      pValue = Self.countedPValue(signed.map { Int($0) })
    } else if Self.stepsMax / sizes.count >= sizes.count * Self.stepsPerDifference.lowerBound {
      let steps = min(
        Self.stepsMax / sizes.count, sizes.count * Self.stepsPerDifference.upperBound)
      pValue = Self.countedPValue(Self.rounded(signed, total: total, steps: steps))
    } else {
      pValue = SignFlipSaddlepoint(sizes.map { Double($0) }, total: Double(total))
        .pValue(sum: Double(sum))
    }
  }

  /// The numbers divided by their greatest common divisor.
  private static func reduced(_ numbers: [Int128]) -> [Int128] {
    let divisor = numbers.reduce(UInt128(0)) { divisor, number in
      var (a, b) = (divisor, number.magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      return a
    }
    return divisor <= 1 ? numbers : numbers.map { $0 / Int128(divisor) }
  }

  /// The numbers rounded to a grid on which their sizes sum to about this many steps; none becomes
  /// zero.
  private static func rounded(_ numbers: [Int128], total: UInt128, steps: Int) -> [Int] {
    let step = Double(total) / Double(steps)
    return numbers.map { number in
      let size = max(1, Int((Double(number.magnitude) / step).rounded()))
      return number < 0 ? -size : size
    }
  }

  /// The p-value, by counting all possible sums.
  ///
  /// - Complexity: O(*n* · *S*) in the numbers and the sum of their sizes.
  static func countedPValue(_ numbers: [Int]) -> Double {
    let sum = numbers.reduce(0, +).magnitude
    if sum == 0 { return 1 }
    let sizes = numbers.map { Int($0.magnitude) }
    // The sum is this low if those that stay positive add to at most this.
    let reach = (sizes.reduce(0, +) - Int(sum)) / 2
    var chances = [Double](repeating: 0, count: reach + 1)
    chances[0] = 1
    chances.withUnsafeMutableBufferPointer { chances in
      for size in sizes {
        var place = reach
        while place >= size {
          chances[place] = 0.5 * (chances[place] + chances[place - size])
          place -= 1
        }
        while place >= 0 {
          chances[place] *= 0.5
          place -= 1
        }
      }
    }
    return min(1, 2 * chances.reduce(0, +))
  }
}
