import Consensus

/// What a colluding group does.
protocol PlanBehaviour: Sendable {
  /// What is to be known of it without running it.
  static var traits: BehaviourTraits { get }

  /// The vote of every member who takes part; nil where the plan has nothing to say and each votes what it sees.
  ///
  /// Not asked of those who wait for the last moment.
  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue?

  /// The last moment before the deadline has come for the members who take part.
  func lastMoment(of proposal: Int, by members: [Int], in world: inout World)
}

extension PlanBehaviour {
  /// Plans that wait say nothing before the last moment.
  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue? {
    nil
  }

  /// Most plans vote at once.
  func lastMoment(of proposal: Int, by members: [Int], in world: inout World) {}
}
