/// Where the values of a mean come from: what is known of their extremes, which a few trials may not
/// show.
package enum MeanSource<Trial: ScoredTrial>: Sendable {
  /// Parts of a whole: a unit may have none or all of it.
  case parts
  /// What events cost: one that is rare may cost most, and come as often within a trial as others.
  case events([Quotient<Trial>])
  /// Numbers that are also kept for percentiles: none is expected far beyond those seen.
  case numbers(Spread<Trial>)
}
