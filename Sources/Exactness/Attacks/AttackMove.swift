import Consensus
import Simulation

/// What an adversary does when so many honest votes have arrived.
struct AttackMove {
  /// How its own voters vote.
  enum Votes: Hashable {
    /// All the same.
    case all(VoteValue)
    /// So many of the heaviest reject, and the others keep their votes.
    case heaviestReject(Int)

    /// The vote of one of its voters, given how many are heavier; nil for none.
    func vote(afterHeavier rank: Int) -> VoteValue? {
      switch self {
      case .all(let value): value
      case .heaviestReject(let count): rank < count ? .reject : nil
      }
    }
  }

  /// When it looks, from the opening; nil for as soon as the votes are so.
  let delay: Nanoseconds?
  /// For each class of honest voters and each kind of its votes, how many have arrived; nil if that
  /// makes no difference.
  var numbers: [[ClosedRange<Int>]]?
  let votes: Votes
  let callsTally: Bool

  /// The most combinations of votes that are worth while to look for moves.
  static let statesMax = 200_000
}

extension [AttackMove] {
  /// The same moves, with those at neighbouring numbers in one.
  var joined: [AttackMove] {
    var joined = self
    guard let first = lazy.compactMap(\.numbers).first else { return self }
    for place in first.indices {
      for kind in first[place].indices {
        // Moves that differ in nothing else stand next to one another.
        let sorted = joined.map { (key: $0.key(last: place, kind), move: $0) }
          .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.move)
        joined = []
        for move in sorted {
          if let both = joined.last?.joined(with: move, in: place, kind) {
            joined[joined.count - 1] = both
          } else {
            joined.append(move)
          }
        }
      }
    }
    return joined
  }
}

extension AttackMove {
  /// What tells moves apart, with one range at the end.
  fileprivate func key(last place: Int, _ kind: Int) -> [Int] {
    var key = [delay.map { Int($0.count) } ?? -1, callsTally ? 1 : 0]
    switch votes {
    case .all(let value): key += [0, value == .approve ? 0 : 1]
    case .heaviestReject(let count): key += [1, count]
    }
    guard let numbers else { return key }
    for (other, ranges) in numbers.enumerated() {
      for (number, range) in ranges.enumerated() where (other, number) != (place, kind) {
        key += [range.lowerBound, range.upperBound]
      }
    }
    return key + [numbers[place][kind].lowerBound]
  }

  /// One move for both, if one follows on the other in a range and nothing else differs.
  fileprivate func joined(with next: AttackMove, in place: Int, _ kind: Int) -> AttackMove? {
    guard var ranges = numbers, let following = next.numbers?[place][kind],
      ranges[place][kind].upperBound + 1 == following.lowerBound,
      key(last: place, kind).dropLast() == next.key(last: place, kind).dropLast()
    else { return nil }
    ranges[place][kind] = ranges[place][kind].lowerBound...following.upperBound
    var joined = self
    joined.numbers = ranges
    return joined
  }
}
