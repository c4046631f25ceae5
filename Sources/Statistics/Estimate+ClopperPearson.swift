import Maths

extension Estimate {
  /// A rate with the interval of Clopper and Pearson, which has at least the stated coverage.
  ///
  /// Counts may be fractions, like effective sample sizes. Without events the lower limit is 0,
  /// with nothing but events the upper limit is 1, and without trials there is no estimate.
  package static func clopperPearson(
    events: Double, trials: Double, confidence: Double = 0.95
  ) -> Estimate? {
    precondition(events >= 0 && events <= trials, "Events are among the trials.")
    let tail = oneTail(beyond: confidence)
    guard trials > 0 else { return nil }
    let others = trials - events
    return Estimate(
      value: events / trials,
      low: lowerLimit(events: events, others: others, tail: tail).value,
      high: lowerLimit(events: others, others: events, tail: tail).complement)
  }

  /// The probability of each tail outside a two-sided interval with this confidence.
  static func oneTail(beyond confidence: Double) -> Double {
    precondition(confidence > 0 && confidence < 1, "A confidence lies between 0 and 1.")
    return (1 - confidence) / 2
  }

  /// The rate at which this many events or more have exactly the probability of the tail.
  private static func lowerLimit(events: Double, others: Double, tail: Double) -> UnitPoint {
    if events == 0 { return UnitPoint(0) }
    if others == 0 { return UnitPoint(logarithm: logarithm(tail) / events) }
    return BetaDistribution(events, others + 1).point(lowerTail: tail)
  }
}
