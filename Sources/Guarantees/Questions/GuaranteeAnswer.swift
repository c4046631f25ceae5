import Consensus

/// How many faulty voters a guarantee withstands, and which attack breaks it.
public struct GuaranteeAnswer: Sendable, Equatable {
  /// How the answer was found.
  public enum Proof: String, CaseIterable, Sendable {
    /// Every choice of the adversary was tried on the protocol itself.
    case exhaustive
    /// Derived from the few attacks that are at least as strong as all others.
    case closedForm = "closed_form"
    /// A lower bound: whether one more is withstood depends on how sums of weights are rounded or
    /// composed, which is not searched.
    case lowerBound = "lower_bound"
  }

  /// The guarantee.
  public let guarantee: Guarantee
  /// The kind of actions.
  public let actions: ActionKind
  /// The number of votes that a decision needs.
  public let quorumRequired: Int
  /// The share of the weight of the votes that approves.
  public let threshold: Double
  /// The most faulty voters without an attack; −1 if there is an attack without any.
  public let tolerated: Int
  /// An attack by one voter more; nil if not even all voters have one, or if none is known.
  public let attack: Attack?
  /// How the answer was found.
  public let proof: Proof

  init(
    _ guarantee: Guarantee, _ actions: ActionKind, of question: GuaranteeQuestion,
    firstFaults: Int?, attack: Attack?, proof: Proof
  ) {
    self.guarantee = guarantee
    self.actions = actions
    quorumRequired = question.rules.quorumRequired
    threshold = question.rules.threshold(critical: actions == .critical)
    tolerated = firstFaults.map { $0 - 1 } ?? question.voterCount
    self.attack = attack
    self.proof = proof
  }

  /// Whether this number of faulty voters has no attack.
  public func withstands(faults: Int) -> Bool { tolerated >= faults }
}
