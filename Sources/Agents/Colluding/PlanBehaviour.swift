import Consensus

/// The behaviour of a group with a common plan, with its name and its traits.
///
/// It keeps no state; see `StrategyBehaviour`.
public protocol PlanBehaviour: Sendable {
  /// Its name in scenarios: lower-case letters, digits and `_`.
  static var name: String { get }
  /// When the members vote, and for what, in one sentence.
  static var summary: String { get }
  /// What is known of the plan without running it.
  static var traits: BehaviourTraits { get }

  /// The vote of every member who takes part; nil where each votes as it sees the facts.
  ///
  /// Not called for plans that wait for the last moment.
  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue?

  /// Called just before the deadline for the members who take part.
  func lastMoment(of proposal: Int, by members: [Int], in world: inout World)
}

extension PlanBehaviour {
  /// By default a plan that waits has no earlier vote.
  public func vote(
    on proposal: Int, of group: Electorate.Group, in world: borrowing World
  ) -> VoteValue? {
    nil
  }

  /// By default a plan votes at once.
  public func lastMoment(of proposal: Int, by members: [Int], in world: inout World) {}
}
