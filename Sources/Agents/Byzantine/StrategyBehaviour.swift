/// The behaviour of a faulty voter with a strategy, with its name and its traits.
///
/// It keeps no state, so a trial does not depend on earlier trials. All it knows is in the world,
/// and its random draws come from `World.stream(of:on:)`.
public protocol StrategyBehaviour: Sendable {
  /// Its name in scenarios: lower-case letters, digits and `_`.
  static var name: String { get }
  /// When it votes, for what, and whether it calls tallies, in one sentence.
  static var summary: String { get }
  /// What is known of the strategy without running it.
  static var traits: BehaviourTraits { get }

  /// Called when a proposal is opened.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World)

  /// Called at a time that the voter asked for.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World)

  /// Called when the central ballot box accepts a vote, only if the strategy looks at each vote.
  ///
  /// - Parameter other: the voter in whose name it was cast.
  func voteAccepted(
    of other: Int, on proposal: Int, seenBy voter: FaultyVoter, in world: inout World)
}

extension StrategyBehaviour {
  /// By default a voter does nothing after the opening.
  public func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {}

  /// By default a voter does not watch votes.
  public func voteAccepted(
    of other: Int, on proposal: Int, seenBy voter: FaultyVoter, in world: inout World
  ) {}
}
