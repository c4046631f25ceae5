/// The rate of an event over proposals that come in trials, with the interval of Korn and Graubard.
///
/// Proposals of one trial share their voters and so their draws: they say less than as many
/// independent ones. How much less, the variance between trials shows.
public struct ClusteredRate: Sendable, Equatable {
  /// The exact sums: a trial is a cluster, its proposals the units, its events the total.
  public private(set) var sums = ClusterSums()

  /// The rate over no trial.
  public init() {}

  /// The rate that some sums stand for; there must be as many events as proposals at most.
  public init(sums: ClusterSums) {
    precondition(
      sums.total >= 0 && sums.total <= Int128(sums.units), "Events are among the proposals.")
    self.sums = sums
  }

  /// Counts one trial in, also one without a proposal of the kind.
  public mutating func add(events: Int, of proposals: Int) {
    precondition(events >= 0 && events <= proposals, "Events are among the proposals.")
    sums.add(total: events, units: proposals)
  }

  /// Counts many trials in: their events among their proposals.
  public mutating func add(_ trials: UnsafeBufferPointer<(total: Int, units: Int)>) {
    let isSound = trials.allSatisfy { $0.total >= 0 && $0.total <= $0.units }
    precondition(isSound, "Events are among the proposals.")
    sums.add(trials)
  }

  /// Counts the trials of another rate in.
  public mutating func merge(_ other: ClusteredRate) { sums.merge(other.sums) }

  /// The rate and its interval, or nothing where there was no proposal.
  ///
  /// The interval is that of Clopper and Pearson for the rate seen in a sample of the effective
  /// size. It covers as often as it says once a few dozen trials have an event and as many lack one;
  /// where rare events crowd into fewer trials, the variance between them is seen too seldom.
  public func estimate(confidence: Double = 0.95) -> Estimate? {
    guard let (events, trials) = effectiveCounts else { return nil }
    return .clopperPearson(events: events, trials: trials, confidence: confidence)
  }

  /// The variance of the rate over what it would be were all proposals independent.
  ///
  /// All trials count as clusters, also those without a proposal. Nothing can be said where there
  /// is just one, no event, or nothing but events.
  public var designEffect: Double? {
    let proposals = Double(sums.units)
    let events = Double(sums.total)
    let clusters = Double(sums.clusters)
    guard sums.clusters > 1, sums.total > 0, sums.total < Int128(sums.units) else { return nil }
    return clusters / (clusters - 1) * sums.squaredDeviations
      / (proposals * events * (proposals - events))
  }

  /// The counts of independent trials that would say as much as these proposals do.
  ///
  /// Where the design effect is not known, proposals of one trial count as one.
  var effectiveCounts: (events: Double, trials: Double)? {
    guard sums.units > 0 else { return nil }
    let size =
      designEffect.map { Double(sums.units) / max($0, 1) } ?? Double(sums.occupiedClusters)
    return (sums.ratio * size, size)
  }
}
