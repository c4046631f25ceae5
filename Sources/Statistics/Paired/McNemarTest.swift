import Maths

/// McNemar's exact test: whether an event is as likely in the new one of paired trials as in the
/// base.
///
/// Pairs that agree tell nothing. Of those that do not, as many have the event on either side if it
/// is equally likely: the p-value is that of a fair coin, two-sided.
public struct McNemarTest: Sendable, Equatable {
  /// How many pairs have the event in the base alone.
  public let onlyBase: Int
  /// How many pairs have the event in the new one alone.
  public let onlyNew: Int
  /// How many pairs there are, those that agree included; at least one.
  public let pairs: Int

  /// The test of some pairs.
  public init(onlyBase: Int, onlyNew: Int, pairs: Int) {
    precondition(
      onlyBase >= 0 && onlyNew >= 0 && pairs > 0 && onlyBase + onlyNew <= pairs,
      "the discordant pairs are among all pairs")
    self.onlyBase = onlyBase
    self.onlyNew = onlyNew
    self.pairs = pairs
  }

  /// How likely the counts of those that disagree are at least as far apart, were there no
  /// difference.
  public var pValue: Double {
    fairCoinPValue(heads: max(onlyBase, onlyNew), tails: min(onlyBase, onlyNew))
  }

  /// The rate of the new less that of the base, with the interval of Bonett and Price (2012).
  ///
  /// It is Wald's interval with one more pair of either kind of disagreement, which covers well also
  /// where hardly any pairs disagree, and is no single point where none does.
  public func difference(confidence: Double = 0.95) -> Estimate {
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

/// The probability that so many throws of a fair coin are at least as unequal, either way.
func fairCoinPValue(heads: Int, tails: Int) -> Double {
  precondition(heads >= tails, "there are at least as many heads as tails")
  if heads == tails { return 1 }
  return min(1, 2 * BetaDistribution(Double(heads), Double(tails) + 1).lowerTail(0.5))
}
