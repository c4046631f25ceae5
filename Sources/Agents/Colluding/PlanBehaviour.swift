import Consensus

/// What a group does that has one plan, and all that is said of it.
///
/// It keeps no state; see `StrategyBehaviour`.
public protocol PlanBehaviour: Sendable {
  /// Its name in scenarios: lower-case letters, digits and `_`.
  static var name: String { get }
  /// When the members vote, and what, in one sentence.
  static var summary: String { get }
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
  public func vote(
    on proposal: Int, of group: Electorate.Group, in world: borrowing World
  ) -> VoteValue? {
    nil
  }

  /// Most plans vote at once.
  public func lastMoment(of proposal: Int, by members: [Int], in world: inout World) {}
}
