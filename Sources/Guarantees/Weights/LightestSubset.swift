/// The lightest of all subsets that are heavy and large enough, by dynamic programming.
struct LightestSubset {
  /// How many cells the table may have.
  private static let cellsMax = 2_000_000

  /// The places of the elements chosen, ascending.
  let places: [Int]

  /// The lightest subset of some whole weights.
  ///
  /// - Parameters:
  ///   - countMin: How many elements it needs.
  ///   - isHeavyEnough: Whether a sum suffices; if one does, all greater ones do.
  ///   - sumMax: The greatest sum to look at.
  /// - Returns: Nil where the table would be too large, or no such subset is there.
  /// - Complexity: O(*k* · *s*) for *k* weights and sums up to *s*.
  init?(
    of weights: [Int], countMin: Int, sumMax: Int, where isHeavyEnough: (Int) -> Bool
  ) {
    let width = sumMax + 1
    guard weights.count < Self.cellsMax / width else { return nil }
    // How many of the first k elements have a sum at most; -1 where none have it.
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
