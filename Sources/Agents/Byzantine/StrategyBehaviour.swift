/// What a misbehaving voter does.
protocol StrategyBehaviour: Sendable {
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
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {}

  /// Most do not watch.
  func voteAccepted(on proposal: Int, seenBy voter: FaultyVoter, in world: inout World) {}
}
