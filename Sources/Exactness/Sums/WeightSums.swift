/// What votes of several weights can add up to: sums of doubles are rounded, so their order may
/// matter.
///
/// Of few votes, the smallest and the largest sum are found exactly: rounding keeps the order of
/// numbers, so the extremes of a sum come from the extremes of the sums with one vote less. Of many,
/// the sums are within a relative error of the sum in one order.
struct WeightSums {
  private let classes: WeightClasses
  /// The extremes for each number of votes of each weight; empty if there are too many.
  private let extremes: [ClosedRange<Double>]
  /// The relative error that rounding in another order can add to a sum.
  private let error: Double
  /// How far apart the extremes of one more vote of each weight are.
  private let strides: [Int]

  /// The most sums whose extremes are found.
  private static let extremesMax = 1 << 18

  /// The sums of up to some votes of each weight.
  init(_ classes: WeightClasses, areExact: Bool) {
    self.classes = classes
    let counts = classes.sums.map(\.count)
    let voters = counts.reduce(0) { $0 + $1 - 1 }
    strides = counts.indices.map { counts[..<$0].reduce(1, &*) }
    let size = counts.reduce(1.0) { $0 * Double($1) }
    if areExact || size > Double(Self.extremesMax) {
      extremes = []
      error = areExact ? 0 : Self.rounding(ofVotes: voters)
    } else {
      extremes = Self.extremes(classes.values, counts, strides)
      error = 0
    }
  }

  /// The relative error that rounding can add to a sum of some votes, and a little more.
  static func rounding(ofVotes count: Int) -> Double { Double(count + 8) * 0x1p-52 }

  /// Whether sums of the same votes may differ.
  var dependOnOrder: Bool {
    error > 0 || extremes.contains { $0.lowerBound < $0.upperBound }
  }

  /// The sums of some votes of each weight.
  func range(_ counts: (_ place: Int) -> Int) -> ClosedRange<Double> {
    if !extremes.isEmpty {
      return extremes[strides.indices.reduce(0) { $0 + strides[$1] * counts($1) }]
    }
    let sum = strides.indices.reduce(0) { $0 + classes.sums[$1][counts($1)] }
    return sum * (1 - error)...sum * (1 + error)
  }

  private static func extremes(
    _ values: [Double], _ counts: [Int], _ strides: [Int]
  ) -> [ClosedRange<Double>] {
    var extremes = [0.0...0.0]
    for index in 1..<max(1, counts.reduce(1, *)) {
      var (low, high) = (Double.infinity, 0.0)
      for place in values.indices where index / strides[place] % counts[place] > 0 {
        let before = extremes[index - strides[place]]
        low = min(low, before.lowerBound + values[place])
        high = max(high, before.upperBound + values[place])
      }
      extremes.append(low...high)
    }
    // Where sums differ, a share of the last digit between them may be rounded to beyond the shares
    // of the extremes.
    return extremes.map { sum in
      sum.lowerBound == sum.upperBound
        ? sum : sum.lowerBound * (1 - 0x1p-50)...sum.upperBound * (1 + 0x1p-50)
    }
  }
}
