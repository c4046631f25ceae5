extension Estimate {
  /// The ratio of two rates over the same trials; nil if the second event never occurred.
  ///
  /// The limits have at least the stated coverage. The shares of trials with both events, with only
  /// the first and with only the second each have a Clopper-Pearson interval with a third of the
  /// error. So all three cover at once with the requested confidence, and the limits are the
  /// extremes of the ratio within them.
  package static func rateRatio(
    both: Int, onlyFirst: Int, onlySecond: Int, trials: Int, confidence: Double = 0.95
  ) -> Estimate? {
    precondition(
      both >= 0 && onlyFirst >= 0 && onlySecond >= 0 && both + onlyFirst + onlySecond <= trials,
      "Trials with an event are among all trials.")
    guard both + onlySecond > 0 else { return nil }
    func share(_ count: Int) -> Estimate {
      let estimate = Estimate.clopperPearson(
        events: Double(count), trials: Double(trials), confidence: 1 - (1 - confidence) / 3)
      return estimate ?? Estimate(value: 0, low: 0, high: 1)
    }
    let (common, first, second) = (share(both), share(onlyFirst), share(onlySecond))
    // The ratio is monotone in the common share.
    let lows = [common.low, common.high].map { ($0 + first.low) / ($0 + second.high) }
    let highs = [common.low, common.high].map { ($0 + first.high) / ($0 + second.low) }
    let value = Double(both + onlyFirst) / Double(both + onlySecond)
    return Estimate(
      value: value, low: min(value, lows[0], lows[1]), high: max(value, highs[0], highs[1]))
  }
}
