/// The rate of an event over proposals in trials, with the interval of Korn and Graubard.
///
/// Proposals of one trial share their voters and random draws, so they give less information than
/// independent ones. The variance between trials shows how much less.
package struct ClusteredRate: Sendable, Equatable {
  /// The exact sums: a trial is a cluster, its proposals are the units, and its events the total.
  package private(set) var sums = ClusterSums()

  /// The rate of no trials.
  package init() {}

  /// The rate of some sums; there must be at most as many events as proposals.
  package init(sums: ClusterSums) {
    precondition(
      sums.total >= 0 && sums.total <= Int128(sums.units), "Events are among the proposals.")
    self.sums = sums
  }

  /// Adds one trial, which may have no proposals of the kind.
  package mutating func add(events: Int, of proposals: Int) {
    precondition(events >= 0 && events <= proposals, "Events are among the proposals.")
    sums.add(total: events, units: proposals)
  }

  /// Adds many trials: their events among their proposals.
  package mutating func add(_ trials: UnsafeBufferPointer<(total: Int, units: Int)>) {
    let isSound = trials.allSatisfy { $0.total >= 0 && $0.total <= $0.units }
    precondition(isSound, "Events are among the proposals.")
    sums.add(trials)
  }

  /// Adds the trials of another rate.
  package mutating func merge(_ other: ClusteredRate) { sums.merge(other.sums) }

  /// The rate and its interval; nil if there were no proposals.
  ///
  /// The interval is that of Clopper and Pearson for the same rate in a sample of the effective
  /// size. It has the stated coverage once a few dozen trials have an event and as many have none.
  /// If rare events are concentrated in fewer trials, too few trials show the variance between
  /// them.
  package func estimate(confidence: Double = 0.95) -> Estimate? {
    guard let (events, trials) = effectiveCounts else { return nil }
    return .clopperPearson(events: events, trials: trials, confidence: confidence)
  }

  /// The variance of the rate, divided by the variance if all proposals were independent.
  ///
  /// All trials count as clusters, including those without proposals. The value is unknown if there
  /// is only one trial, no event, or nothing but events.
  package var designEffect: Double? {
    let proposals = Double(sums.units)
    let events = Double(sums.total)
    let clusters = Double(sums.clusters)
    guard sums.clusters > 1, sums.total > 0, sums.total < Int128(sums.units) else { return nil }
    return clusters / (clusters - 1) * sums.squaredDeviations
      / (proposals * events * (proposals - events))
  }

  /// The counts of independent trials with the same information as these proposals.
  ///
  /// If the design effect is unknown, the proposals of a trial count as one.
  var effectiveCounts: (events: Double, trials: Double)? {
    guard sums.units > 0 else { return nil }
    let size =
      designEffect.map { Double(sums.units) / max($0, 1) } ?? Double(sums.occupiedClusters)
    return (sums.ratio * size, size)
  }
}
