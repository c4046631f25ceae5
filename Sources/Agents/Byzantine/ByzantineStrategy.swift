/// What a faulty voter does who acts for itself alone.
///
/// Each is stated whole in the file of its behaviour. A strategy of your own joins the others through
/// a vocabulary of scenarios.
public struct ByzantineStrategy: Sendable {
  /// Its name in scenarios.
  public let name: String
  /// When it votes, what it votes, and whether it calls tallies, in one sentence.
  public let summary: String
  /// What is to be known of it without running it.
  public let traits: BehaviourTraits
  /// What a voter does, given the script of those who take one.
  let behaviour: @Sendable ([ScriptStep]) -> any StrategyBehaviour

  /// A strategy that a scenario tells nothing.
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

extension ByzantineStrategy: Hashable, CustomStringConvertible {
  /// Strategies are told apart by their names.
  public static func == (left: ByzantineStrategy, right: ByzantineStrategy) -> Bool {
    left.name == right.name
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name.
  public var description: String { name }
}

extension ByzantineStrategy {
  /// The strategies of this library, in the order in which they are listed everywhere.
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
