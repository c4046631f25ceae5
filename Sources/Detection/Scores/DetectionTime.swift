import Consensus

/// The number of proposals after which a detector permanently reports the true blocs.
package enum DetectionTime {
  /// The numbers of proposals that are tried: 1, 2, 3, 5 and 7 times powers of ten from 10 on, and
  /// all.
  package static func prefixes(of proposalCount: Int) -> [Int] {
    var prefixes: [Int] = []
    var power = 10
    while power <= proposalCount {
      prefixes += [1, 2, 3, 5, 7].map { $0 * power }.filter { $0 < proposalCount }
      power *= 10
    }
    return prefixes + [proposalCount]
  }

  /// The index, among the tried prefixes, of the first one from which on exactly the true blocs are
  /// reported; nil if they are not reported at the end.
  ///
  /// It goes backwards from the end, so it needs one detection more than there are exact ones.
  package static func firstExactPrefix(
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
