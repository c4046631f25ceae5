/// Holm's test of many hypotheses at once.
enum HolmTest {
  /// Which hypotheses are rejected so that any false rejection has at most this probability.
  ///
  /// - Complexity: O(*n* + *k* log *k*) in the hypotheses and those with a p-value up to alpha.
  static func rejected(_ pValues: [Double], alpha: Double) -> [Int] {
    // What exceeds alpha by itself cannot be rejected.
    let candidates = pValues.indices.filter { pValues[$0] <= alpha }
      .sorted { pValues[$0] != pValues[$1] ? pValues[$0] < pValues[$1] : $0 < $1 }
    let failure = candidates.indices.first { rank in
      pValues[candidates[rank]] > alpha / Double(pValues.count - rank)
    }
    return Array(candidates[..<(failure ?? candidates.endIndex)])
  }
}
