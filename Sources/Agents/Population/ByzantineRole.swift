import Forms
import JSON

/// How voters misbehave who act each for itself.
public struct ByzantineRole: Hashable, Sendable {
  /// What they do when they misbehave.
  public var strategy: ByzantineStrategy
  /// What the steps are; needed by strategies that take a script.
  public var script: [ScriptStep]?
  /// The probability, per proposal, that one misbehaves.
  public var rate: Double
  /// How often one sees the truth when it votes as an honest voter.
  public var accuracy: Accuracy

  /// Voters who, unless told otherwise, misbehave on every proposal.
  public init(
    strategy: ByzantineStrategy, script: [ScriptStep]? = nil, rate: Double = 1,
    accuracy: Accuracy = .perfect
  ) {
    self.strategy = strategy
    self.script = script
    self.rate = rate
    self.accuracy = accuracy
  }

  func requireInRange() {
    precondition(
      !strategy.traits.takes(.script) || script != nil, "a scripted voter needs its script")
    requireProbability(rate)
    accuracy.requireInRange()
  }
}

extension ByzantineRole {
  /// The keys of the role, where one of some strategies is named.
  static func fields(_ strategies: [ByzantineStrategy]) -> [Field<ByzantineRole>] {
    [
      .required(
        "strategy", \.strategy, .named(strategies, by: \.name),
        "What a voter does when it misbehaves."),
      .optional(
        "script", \.script, .list(of: ScriptStep.form, countMin: 1),
        "What a scripted voter does on every proposal; needed only by the strategy scripted."),
      .init(
        "rate", \.rate, .probability, "The probability, per proposal, that a voter misbehaves."),
      .init(
        "accuracy", \.accuracy, .accuracy,
        "The probability that a voter sees the truth when it votes as an honest voter."),
    ]
  }

  /// Which strategies need a script.
  static func requirements(_ strategies: [ByzantineStrategy]) -> [Requirement] {
    [
      Requirement(
        key: "script", decider: "strategy",
        words: strategies.filter { $0.traits.takes(.script) }.map(\.name))
    ]
  }
}
