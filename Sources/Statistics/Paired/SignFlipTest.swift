/// A test whether differences within pairs lean to one side: how likely their sum is at least as far
/// from zero when each of them takes its sign from a fair coin.
///
/// If the two of each pair are alike by chance, they could as well change places, which turns the
/// sign of their difference. So nothing is assumed of the distribution, and a p-value up to α is no
/// more frequent than α. It depends on nothing but the differences: no coin is thrown.
///
/// - Where all differences are of one size, the p-value is that of the binomial distribution (then
///   the test is McNemar's), whatever their number.
/// - Otherwise all sums are counted, where *n* differences of total size *S* (in units of what
///   divides them all) need at most 2^20 steps, *n* · *S*. Up to 256 differences are first rounded
///   where they must be, to a grid on which they are of 16 to 256 steps in the mean. The rounding
///   does not look at signs, so that the test stays exact: it is that of the rounded ones.
/// - Beyond that the tail is Lugannani and Rice's saddlepoint approximation with the correction for
///   lattices; it is within some per cent of the exact p-value, far out in the tails, too (within a
///   quarter where one difference outweighs dozens of others).
public struct SignFlipTest: Sendable, Equatable {
  /// How likely the sum is at least as far from zero, were the signs those of a fair coin.
  public let pValue: Double

  /// The steps that counting all sums may take.
  static let stepsMax = 1 << 20
  /// How many steps of the grid a rounded difference has, in the mean.
  private static let stepsPerDifference = 16...256

  /// The test of some differences; those that are zero tell nothing.
  public init(_ differences: [Int128]) {
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

  /// The numbers divided by all that divides them all.
  private static func reduced(_ numbers: [Int128]) -> [Int128] {
    let divisor = numbers.reduce(UInt128(0)) { divisor, number in
      var (a, b) = (divisor, number.magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      return a
    }
    return divisor <= 1 ? numbers : numbers.map { $0 / Int128(divisor) }
  }

  /// The numbers on a grid on which their sizes add up to about so many steps, none becoming zero.
  private static func rounded(_ numbers: [Int128], total: UInt128, steps: Int) -> [Int] {
    let step = Double(total) / Double(steps)
    return numbers.map { number in
      let size = max(1, Int((Double(number.magnitude) / step).rounded()))
      return number < 0 ? -size : size
    }
  }

  /// The p-value by counting which sums there are.
  ///
  /// - Complexity: O(*n* · *S*) in the numbers and the sum of their sizes.
  static func countedPValue(_ numbers: [Int]) -> Double {
    let sum = numbers.reduce(0, +).magnitude
    if sum == 0 { return 1 }
    let sizes = numbers.map { Int($0.magnitude) }
    // The sum is as low when those that stay positive add up to this much or less.
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
