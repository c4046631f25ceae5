/// Numbers by their rank, where those that differ only by rounding have the same.
///
/// So it is transitive which of them are equal.
struct RankedValues {
  /// The largest number of each rank.
  private let ends: [Double]

  init(_ values: some Sequence<Double>) {
    var ends: [Double] = []
    for value in values.sorted() {
      if let last = ends.last, !value.isClearlyAbove(last) {
        ends[ends.count - 1] = value
      } else {
        ends.append(value)
      }
    }
    self.ends = ends
  }

  /// The rank of one of the numbers, from 0.
  func rank(of value: Double) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Ranges of several values by the ranks of their ends; what there is nothing to measure of comes
/// before all.
struct RankedRanges: Sendable {
  /// The rank of the lower end of each value.
  let low: [Int]
  /// The rank of the upper end of each value.
  let high: [Int]

  /// The ranks of some rows, each with a range for each value; nil where there is nothing to measure.
  static func rows(_ rows: [[ClosedRange<Double>?]]) -> [RankedRanges] {
    let ranked = (rows.first ?? []).indices.map { value in
      RankedValues(rows.flatMap { $0[value].map { [$0.lowerBound, $0.upperBound] } ?? [] })
    }
    return rows.map { ranges in
      func ranks(_ end: (ClosedRange<Double>) -> Double) -> [Int] {
        zip(ranges, ranked).map { range, values in range.map { values.rank(of: end($0)) } ?? -1 }
      }
      return RankedRanges(low: ranks(\.lowerBound), high: ranks(\.upperBound))
    }
  }
}
