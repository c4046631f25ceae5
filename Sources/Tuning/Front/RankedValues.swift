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
