import Consensus

/// The voters of an electorate by kind: similar voters with the same vote, or similar faulty
/// voters.
///
/// The counts of votes by all kinds are stored in one number, so that states are compared quickly.
struct VoterKinds {
  /// Voters that the exploration need not distinguish.
  struct Kind {
    /// The voters, in the order in which they vote.
    let voters: [Int]
    /// The possible votes of each of them.
    let values: [VoteValue]
    /// The position of the count for the first value; those for the other values follow.
    fileprivate let shift: Int
  }

  /// The kinds; honest voters have only one possible vote.
  let kinds: [Kind]
  private let width: Int

  /// The kinds of voters, given the vote of each honest voter, and nil for faulty ones.
  init(_ opinions: [VoteValue?], _ classes: VoterClasses) {
    // Ten voters of one class are three kinds, seven voters of seven classes are seven: both fit.
    width = opinions.count > 7 ? 4 : 3
    var kinds: [Kind] = []
    var shift = 0
    for opinion in [nil, .approve, .reject] as [VoteValue?] {
      for members in classes.members {
        let voters = members.filter { opinions[$0] == opinion }
        if voters.isEmpty { continue }
        let values = opinion.map { [$0] } ?? VoteValue.allCases
        kinds.append(Kind(voters: voters, values: values, shift: shift))
        shift += width * values.count
      }
    }
    precondition(shift <= UInt64.bitWidth, "too many voters to encode a state")
    self.kinds = kinds
  }

  /// The number of voters of a kind who have voted.
  func votersHeard(of kind: Kind, in counts: UInt64) -> Int {
    // All shifts are below 64 (`init`); those that do not check it are far quicker in debug builds.
    let mask: UInt64 = 1 &<< UInt64(width) - 1
    var sum: UInt64 = 0
    for place in kind.values.indices {
      sum += counts &>> UInt64(kind.shift + place * width) & mask
    }
    return Int(sum)
  }

  /// The counts after one more voter of a kind has cast one of its votes.
  func counts(_ counts: UInt64, adding place: Int, of kind: Kind) -> UInt64 {
    counts + 1 &<< UInt64(kind.shift + place * width)
  }
}
