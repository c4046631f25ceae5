import Consensus

/// After how many proposals a detector has found the true blocs for good.
public enum DetectionTime {
  /// The numbers of proposals tried: 1, 2, 3, 5 and 7 times powers of ten from 10 on, and all.
  public static func prefixes(of proposalCount: Int) -> [Int] {
    var prefixes: [Int] = []
    var power = 10
    while power <= proposalCount {
      prefixes += [1, 2, 3, 5, 7].map { $0 * power }.filter { $0 < proposalCount }
      power *= 10
    }
    return prefixes + [proposalCount]
  }

  /// The place, among the prefixes tried, of the first from which on the reported blocs are exactly
  /// the true ones; nil where they are not in the end.
  ///
  /// Goes back from the end, so it costs as many detections as stay exact, and one more.
  public static func firstExactPrefix(
    of votes: VoteMatrix, truth: BlocTruth, detector: Detector
  ) -> Int? {
    var first: Int?
    for (place, count) in prefixes(of: votes.proposalCount).enumerated().reversed() {
      let blocs = detector.findings(in: votes.prefix(count)).blocs.map(\.members)
      guard blocs.isSame(as: truth.blocs) else { break }
      first = place
    }
    return first
  }
}
