import Consensus

/// The voters of an electorate by kind: like voters of one mind, or like voters who are faulty.
///
/// Also counts who has voted, all kinds in one number, so that states are told apart quickly.
struct VoterKinds {
  /// Voters whom nothing tells apart.
  struct Kind {
    /// Who they are, in the order in which they vote.
    let voters: [Int]
    /// What each of them can say.
    let values: [VoteValue]
    /// Where the count of those who say the first value stands; those of the others follow.
    fileprivate let shift: Int
  }

  /// The kinds, those of honest voters having but one value.
  let kinds: [Kind]
  private let width: Int

  /// The kinds of voters, given what each honest one says, and nil for the faulty.
  init(_ opinions: [VoteValue?], _ classes: VoterClasses) {
    // Ten voters of one class are three kinds, seven of seven classes are seven: both have room.
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

  /// How many voters of a kind have voted.
  func votersHeard(of kind: Kind, in counts: UInt64) -> Int {
    kind.values.indices.reduce(0) { sum, place in
      sum + Int(counts >> UInt64(kind.shift + place * width) & (1 << UInt64(width) - 1))
    }
  }

  /// The counts after one more voter of a kind has said one of its values.
  func counts(_ counts: UInt64, adding place: Int, of kind: Kind) -> UInt64 {
    counts + 1 << UInt64(kind.shift + place * width)
  }
}
