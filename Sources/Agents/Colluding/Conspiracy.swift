import Consensus

/// What a colluding group does.
protocol Conspiracy: Sendable {
  /// Whether the group waits for the last moment before the deadline.
  var waits: Bool { get }

  /// The vote of every member who takes part; nil where the plan has nothing to say and each votes what it sees.
  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue?

  /// The last moment before the deadline has come for the members who take part.
  func lastMoment(of proposal: Int, by members: [Int], in world: inout World)
}

extension Conspiracy {
  /// Most do not wait.
  var waits: Bool { false }

  /// Most plans vote at once.
  func lastMoment(of proposal: Int, by members: [Int], in world: inout World) {}
}
