import Maths

/// McNemar's exact test: whether an event is equally likely in both trials of a pair.
///
/// Pairs that agree give no information. Among the others, the event is on either side with equal
/// probability if there is no difference: the p-value is that of a fair coin, two-sided.
package struct McNemarTest: Sendable, Equatable {
  /// The number of pairs with the event only in the base.
  package let onlyBase: Int
  /// The number of pairs with the event only in the new result.
  package let onlyNew: Int
  /// The number of all pairs, including those that agree; at least one.
  package let pairs: Int

  /// The test for these counts of pairs; traps if they exceed the number of pairs.
  package init(onlyBase: Int, onlyNew: Int, pairs: Int) {
    precondition(
      onlyBase >= 0 && onlyNew >= 0 && pairs > 0 && onlyBase + onlyNew <= pairs,
      "the discordant pairs are among all pairs")
    self.onlyBase = onlyBase
    self.onlyNew = onlyNew
    self.pairs = pairs
  }

  /// The p-value: the probability of such a difference of the counts, or a larger one, if there
  /// were no difference.
  package var pValue: Double {
    fairCoinPValue(heads: max(onlyBase, onlyNew), tails: min(onlyBase, onlyNew))
  }

  /// The new rate minus that of the base, with the interval of Bonett and Price (2012).
  ///
  /// It is Wald's interval with one more pair of either kind of disagreement. Its coverage is also
  /// good if few pairs disagree, and it is not a single point if none do.
  package func difference(confidence: Double = 0.95) -> Estimate {
    let value = Double(onlyNew - onlyBase) / Double(pairs)
    let size = Double(pairs) + 2
    let (up, down) = (Double(onlyNew + 1) / size, Double(onlyBase + 1) / size)
    let centre = up - down
    let error = ((up + down - centre * centre) / size).squareRoot()
    let reach = -normalQuantile(Estimate.oneTail(beyond: confidence)) * error
    return Estimate(
      value: value, low: min(value, max(-1, centre - reach)),
      high: max(value, min(1, centre + reach)))
  }
}

/// The probability that this many tosses of a fair coin are at least as unequal, in either
/// direction.
func fairCoinPValue(heads: Int, tails: Int) -> Double {
  precondition(heads >= tails, "there are at least as many heads as tails")
  if heads == tails { return 1 }
  return min(1, 2 * BetaDistribution(Double(heads), Double(tails) + 1).lowerTail(0.5))
}
