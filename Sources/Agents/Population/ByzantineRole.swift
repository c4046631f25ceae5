import Forms
import JSON
import Text

/// How faulty voters misbehave who act without a common plan.
public struct ByzantineRole: Hashable, Sendable {
  /// What a voter does when it misbehaves.
  public var strategy: ByzantineStrategy
  /// The steps of the script; needed by strategies that take one.
  public var script: [ScriptStep]?
  /// The probability, per proposal, that a voter misbehaves.
  public var rate: Double
  /// How often a voter sees the truth when it votes as an honest voter.
  public var accuracy: Accuracy

  /// By default the voters misbehave on every proposal.
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
  /// The keys of the role, with a choice of strategies.
  static func fields(_ strategies: [ByzantineStrategy]) -> [Field<ByzantineRole>] {
    [
      .required(
        "strategy", \.strategy, .choice(among: strategies),
        "What a voter does when it misbehaves."),
      .optional(
        "script", \.script, .list(of: ScriptStep.form),
        .string(scriptNote(strategies))),
      .init(
        "rate", \.rate, .probability, "The probability, per proposal, that a voter misbehaves."),
      .init(
        "accuracy", \.accuracy, .accuracy,
        "The probability that a voter sees the truth when it votes as an honest voter."),
    ]
  }

  private static func scriptNote(_ strategies: [ByzantineStrategy]) -> String {
    let takers = strategies.filter { $0.traits.takes(.script) }.map(\.name)
    return "What the voter does on every proposal, which may be nothing; only for strategy "
      + "\(takers.listed(with: "or"))."
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
