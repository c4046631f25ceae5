/// A random choice among some alternatives with fixed weights.
public struct DiscreteDistribution: Hashable, Sendable {
  /// The upper end of the words for each alternative; the last possible one gets all remaining
  /// words.
  private let ends: [UInt64]

  /// A choice among as many alternatives as there are weights.
  ///
  /// - Precondition: No weight is negative, and their sum is finite and greater than 0.
  public init(weights: [Double]) {
    precondition(weights.allSatisfy { $0 >= 0 }, "weights are not negative")
    let total = weights.reduce(0, +)
    precondition(total > 0 && total.isFinite, "the sum of the weights is positive and finite")
    let lastPossible = weights.lastIndex { $0 > 0 } ?? 0
    var sum = 0.0
    ends = weights[..<lastPossible].map { weight in
      sum += weight
      return UInt64(wordsInShare: sum / total)
    }
  }

  /// The index of the alternative, from 0, for a random word.
  ///
  /// - Complexity: O(k) for k alternatives.
  public func choice(at word: UInt64) -> Int {
    ends.firstIndex { word < $0 } ?? ends.count
  }
}
