/// The lightest subset that is heavy and large enough, found by dynamic programming.
struct LightestSubset {
  /// The largest number of entries of the table.
  private static let cellsMax = 2_000_000

  /// The indices of the chosen elements, in ascending order.
  let places: [Int]

  /// The lightest subset of some whole weights.
  ///
  /// - Parameters:
  ///   - countMin: The least number of elements.
  ///   - isHeavyEnough: Whether a sum is enough; if one is, all greater ones are.
  ///   - sumMax: The largest sum to search.
  /// - Returns: Nil if the table would be too large, or if there is no such subset.
  /// - Complexity: O(*k* · *s*) for *k* weights and sums up to *s*.
  init?(
    of weights: [Int], countMin: Int, sumMax: Int, where isHeavyEnough: (Int) -> Bool
  ) {
    let width = sumMax + 1
    guard weights.count < Self.cellsMax / width else { return nil }
    // The largest number of the first k elements with a given sum; -1 if no subset has it.
    var table = Array(repeating: Int32(-1), count: (weights.count + 1) * width)
    table[0] = 0
    for (index, weight) in weights.enumerated() {
      let (row, next) = (index * width, (index + 1) * width)
      for sum in 0..<width {
        var best = table[row + sum]
        if sum >= weight, table[row + sum - weight] >= 0 {
          best = max(best, table[row + sum - weight] + 1)
        }
        table[next + sum] = best
      }
    }
    let last = weights.count * width
    guard
      var sum = (0..<width).first(where: { table[last + $0] >= countMin && isHeavyEnough($0) })
    else { return nil }
    var places: [Int] = []
    for index in weights.indices.reversed()
    where table[(index + 1) * width + sum] != table[index * width + sum] {
      places.append(index)
      sum -= weights[index]
    }
    self.places = places.reversed()
  }
}
