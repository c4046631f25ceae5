import Consensus

/// How many faulty voters a guarantee withstands, and what breaks it.
public struct GuaranteeAnswer: Sendable, Equatable {
  /// How the answer was found.
  public enum Proof: String, CaseIterable, Sendable {
    /// Every choice of the adversary was tried on the protocol itself.
    case exhaustive
    /// From the few attacks that are at least as strong as all others.
    case closedForm = "closed_form"
    /// At least as many are withstood: whether one more is, hangs on how sums of weights are rounded
    /// or composed, which is not searched through.
    case lowerBound = "lower_bound"
  }

  /// What is guaranteed.
  public let guarantee: Guarantee
  /// For which actions.
  public let actions: ActionKind
  /// How many votes a decision needs.
  public let quorumRequired: Int
  /// The share of the weight cast that approves.
  public let threshold: Double
  /// The most faulty voters that no attack can use; nil where it takes none.
  public let tolerated: Int?
  /// An attack by one more; nil where even all voters have none, or none is known.
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
    tolerated =
      switch firstFaults {
      case 0?: nil
      case let faults?: faults - 1
      case nil: question.voterCount
      }
    self.attack = attack
    self.proof = proof
  }

  /// Whether no attack can use so many faulty voters.
  public func withstands(faults: Int) -> Bool { (tolerated ?? -1) >= faults }
}
