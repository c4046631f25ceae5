import Text

/// A strategy of single faulty voters, who act without a common plan.
///
/// Each strategy is defined completely in the file of its behaviour. A strategy from outside this
/// library is added to the vocabulary of scenarios.
public struct ByzantineStrategy: NamedChoice {
  /// Its name in scenarios.
  public let name: String
  /// When it votes, for what, and whether it calls tallies, in one sentence.
  public let summary: String
  /// What is known of the strategy without running it.
  public let traits: BehaviourTraits
  /// Makes the behaviour of a voter, from a script if the strategy takes one.
  let behaviour: @Sendable ([ScriptStep]) -> any StrategyBehaviour

  /// A strategy without arguments in scenarios.
  public init<Behaviour: StrategyBehaviour>(_ behaviour: Behaviour) {
    self.init(Behaviour.self) { _ in behaviour }
  }

  /// A strategy that takes a script.
  public init<Behaviour: StrategyBehaviour>(
    _ type: Behaviour.Type, given make: @escaping @Sendable ([ScriptStep]) -> Behaviour
  ) {
    name = type.name
    summary = type.summary
    traits = type.traits
    behaviour = make
  }
}

extension ByzantineStrategy {
  /// The strategies of this library, in the order of all lists.
  public static let standard: [ByzantineStrategy] = [
    .oppose, .approveAll, .rejectAll, .random, .abstain, .doubleVote, .flip, .lastMover, .rush,
    .prematureTally, .impersonate, .flood, .equivocate, .scripted,
  ]

  /// The strategy of `Oppose`.
  public static let oppose = ByzantineStrategy(Oppose())
  /// The strategy of `ApproveAll`.
  public static let approveAll = ByzantineStrategy(ApproveAll())
  /// The strategy of `RejectAll`.
  public static let rejectAll = ByzantineStrategy(RejectAll())
  /// The strategy of `VoteAtRandom`.
  public static let random = ByzantineStrategy(VoteAtRandom())
  /// The strategy of `AbstainAlways`.
  public static let abstain = ByzantineStrategy(AbstainAlways())
  /// The strategy of `DoubleVote`.
  public static let doubleVote = ByzantineStrategy(DoubleVote())
  /// The strategy of `Flip`.
  public static let flip = ByzantineStrategy(Flip())
  /// The strategy of `LastMover`.
  public static let lastMover = ByzantineStrategy(LastMover())
  /// The strategy of `Rush`.
  public static let rush = ByzantineStrategy(Rush())
  /// The strategy of `PrematureTally`.
  public static let prematureTally = ByzantineStrategy(PrematureTally())
  /// The strategy of `Impersonate`.
  public static let impersonate = ByzantineStrategy(Impersonate())
  /// The strategy of `Flood`.
  public static let flood = ByzantineStrategy(Flood())
  /// The strategy of `Equivocate`.
  public static let equivocate = ByzantineStrategy(Equivocate())
  /// The strategy of `FollowScript`.
  public static let scripted = ByzantineStrategy(FollowScript.self) { FollowScript(script: $0) }
}
