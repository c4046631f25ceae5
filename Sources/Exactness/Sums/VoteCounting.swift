import Consensus

/// Something that adds votes.
protocol VoteAdding {
  /// The part of the votes that is needed to decide.
  associatedtype Sum

  /// The sum after the same vote of some more voters of a group.
  func sum(_ sum: Sum, adding voters: Int, of group: Int, approving: Bool) -> Sum
}

/// Something that also decides on the sum.
protocol VoteCounting: VoteAdding {
  /// What the tally decides that ends the voting.
  func decision(of sum: Sum) -> Decision
}
