/// How voters misbehave who follow one plan together.
public struct ColludingRole: Hashable, Sendable {
  /// The plan.
  public var plan: CollusionPlan
  /// The probability, per proposal and for all at once, that they vote as honest voters do.
  public var camouflage: Double
  /// The first proposal, counted from 1, on which they act.
  public var fromProposal: Int
  /// The probability, per proposal and member, that one follows the active plan.
  public var participation: Double
  /// The workers the plan is about, counted from 1 and ascending: those it protects or frames.
  public var targets: [Int]
  /// The ids of the honest voters whom the plan wants accused; nil for the first of all.
  public var victims: [String]?
  /// How often each sees the truth when it votes as an honest voter.
  public var accuracy: Accuracy

  /// Voters who, unless told otherwise, follow their plan from the first proposal on.
  public init(
    plan: CollusionPlan, camouflage: Double = 0, fromProposal: Int = 1,
    participation: Double = 1, targets: [Int] = [], victims: [String]? = nil,
    accuracy: Accuracy = .perfect
  ) {
    self.plan = plan
    self.camouflage = camouflage
    self.fromProposal = fromProposal
    self.participation = participation
    self.targets = targets
    self.victims = victims
    self.accuracy = accuracy
  }

  func requireInRange() {
    requireProbability(camouflage)
    requireProbability(participation)
    precondition(fromProposal >= 1, "proposals are counted from 1")
    precondition(targets.allSatisfy { $0 >= 1 }, "workers are counted from 1")
    precondition(
      zip(targets, targets.dropFirst()).allSatisfy { $0 < $1 }, "targets ascend, each named once")
    precondition(victims?.isEmpty != true, "where victims are named, there is one")
    accuracy.requireInRange()
  }
}
