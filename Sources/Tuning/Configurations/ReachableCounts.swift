import Consensus
import Maths

/// All that the votes of an electorate can add up to, and the shares of approval among it.
struct ReachableCounts {
  /// The counts; of voters of equal weight it does not matter who votes.
  let counts: [BallotCount]
  /// The approving shares that occur, ascending: from the least to the greatest that differ only by
  /// rounding.
  let shares: [ClosedRange<Double>]
  /// For each count, the place of its share; nil without any vote.
  let places: [Int?]

  /// The most counts that are looked at one by one.
  static let countsMax = 20_000

  /// The counts of groups of voters, each with the weight of its voters; nil if there are too many.
  ///
  /// Equal sizes of groups give counts in the same order, whatever the weights.
  ///
  /// - Complexity: O(*n*²) for *n* voters in one group; the product of that over several.
  init?(_ groups: [(count: Int, weight: Double)]) {
    var counts = [BallotCount()]
    for group in groups {
      let ways = (group.count + 1) * (group.count + 2) / 2
      if counts.count * ways > Self.countsMax { return nil }
      counts = counts.flatMap { count in
        (0...group.count).flatMap { approving in
          (0...group.count - approving).map { rejecting in
            count.adding(approving, rejecting, weight: group.weight)
          }
        }
      }
    }
    self.counts = counts
    let known = counts.map { $0.participants > 0 ? $0.approvingShare : nil }
    var shares: [ClosedRange<Double>] = []
    for share in Set(known.compactMap(\.self)).sorted() {
      // What sums of rounded weights leave of equal shares.
      if let last = shares.last, share - last.upperBound <= 1e-12 {
        shares[shares.count - 1] = last.lowerBound...share
      } else {
        shares.append(share...share)
      }
    }
    self.shares = shares
    places = known.map { share in share.flatMap { shares.place(of: $0) } }
  }
}

extension BallotCount {
  /// The count with some more votes of voters of one weight, added vote by vote.
  fileprivate func adding(_ approving: Int, _ rejecting: Int, weight: Double) -> BallotCount {
    var count = self
    for _ in 0..<approving { count.add(.approve, weight: weight) }
    for _ in 0..<rejecting { count.add(.reject, weight: weight) }
    for _ in 0..<approving + rejecting { count.presentWeight += weight }
    return count
  }
}

extension [ClosedRange<Double>] {
  /// The place of the range that holds a value, among ascending ranges of which one does.
  fileprivate func place(of value: Double) -> Int? {
    (0...count - 1).firstInOrder { self[$0].upperBound >= value }
  }
}
