/// Holm's test of many hypotheses at once.
package enum HolmTest {
  /// The hypotheses that are rejected; the probability of any false rejection is at most alpha.
  ///
  /// - Complexity: O(*n* + *k* log *k*) in the hypotheses and those with a p-value up to alpha.
  package static func rejected(_ pValues: [Double], alpha: Double) -> [Int] {
    // A p-value above alpha can never be rejected.
    let candidates = ranked(pValues.indices.filter { pValues[$0] <= alpha }, by: pValues)
    let failure = candidates.indices.first { rank in
      pValues[candidates[rank]] > alpha / Double(pValues.count - rank)
    }
    return Array(candidates[..<(failure ?? candidates.endIndex)])
  }

  /// For each hypothesis, the least alpha at which it is rejected; 1 if there is none.
  ///
  /// - Complexity: O(*n* log *n*).
  package static func adjusted(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var least = 0.0
    for (rank, index) in ranked(Array(pValues.indices), by: pValues).enumerated() {
      // No hypothesis is rejected before those with smaller p-values.
      least = max(least, min(1, pValues[index] * Double(pValues.count - rank)))
      adjusted[index] = least
    }
    return adjusted
  }

  private static func ranked(_ indices: [Int], by pValues: [Double]) -> [Int] {
    indices.sorted { pValues[$0] != pValues[$1] ? pValues[$0] < pValues[$1] : $0 < $1 }
  }
}
