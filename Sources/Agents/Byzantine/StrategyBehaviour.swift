/// What a faulty voter does who acts for itself alone, and all that is said of it.
///
/// It keeps no state, so that a trial depends on nothing before it: what it needs to know is in the
/// world, and its chance comes from `World.stream(of:on:)`.
public protocol StrategyBehaviour: Sendable {
  /// Its name in scenarios: lower-case letters, digits and `_`.
  static var name: String { get }
  /// When it votes, what it votes, and whether it calls tallies, in one sentence.
  static var summary: String { get }
  /// What is to be known of it without running it.
  static var traits: BehaviourTraits { get }

  /// A proposal has been opened.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World)

  /// A time has come that the voter asked for.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World)

  /// The central ballot box has accepted a vote; asked of those alone who look at each vote.
  func voteAccepted(on proposal: Int, seenBy voter: FaultyVoter, in world: inout World)
}

extension StrategyBehaviour {
  /// Most act when a proposal is opened and never again.
  public func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {}

  /// Most do not watch.
  public func voteAccepted(
    on proposal: Int, seenBy voter: FaultyVoter, in world: inout World
  ) {}
}
