import Consensus

/// The voters of an electorate, heaviest first, because an adversary prefers those.
struct RankedVoters: Sendable {
  /// The numbers of the voters, heaviest first, those with equal weights by number.
  let order: [Int]
  /// The index of each voter in that order.
  let rank: [Int]
  /// Whether all weights are equal.
  let isUniform: Bool
  /// Whether sums of weights are exact, in any order.
  let hasExactSums: Bool
  /// The weights in a common unit, if there is one.
  let wholeWeights: WholeWeights?

  init(_ rules: VotingRules) {
    let weights = rules.weights
    isUniform = rules.hasEqualWeights
    hasExactSums = weights.hasExactSums
    wholeWeights = WholeWeights(weights)
    let order =
      isUniform
      ? Array(weights.indices)
      : weights.indices.sorted {
        weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1
      }
    var rank = order
    for (place, voter) in order.enumerated() { rank[voter] = place }
    self.order = order
    self.rank = rank
  }
}

extension [Double] {
  /// Whether no sum of these numbers is ever rounded.
  ///
  /// All are whole multiples of the lowest bit set in any of them; sums are exact while the total
  /// is below 2⁵³ times that bit.
  var hasExactSums: Bool {
    let lowestBits = map { $0.ulp * Double(UInt64(1) << $0.significandBitPattern.trailingZeros) }
    guard let unit = lowestBits.min() else { return true }
    return reduce(0, +) / unit < 0x1p53
  }
}

extension UInt64 {
  /// The number of zeros at the end of the 52 bits of a significand.
  fileprivate var trailingZeros: Int { Swift.min(trailingZeroBitCount, 52) }
}
