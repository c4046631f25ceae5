/// How voters misbehave who follow one plan together.
public struct ColludingRole: Hashable, Sendable {
  /// The plan.
  public package(set) var plan: CollusionPlan
  /// The probability, per proposal and for all at once, that they vote as honest voters do.
  public package(set) var camouflage: Double
  /// The first proposal, counted from 1, on which they act.
  public package(set) var fromProposal: Int
  /// The workers the plan is about, counted from 1 and ascending: those it protects or frames.
  public package(set) var targets: [Int]
  /// How often each sees the truth when it votes as an honest voter.
  public package(set) var accuracy: Accuracy

  /// Voters who, unless told otherwise, follow their plan from the first proposal on.
  public init(
    plan: CollusionPlan, camouflage: Double = 0, fromProposal: Int = 1, targets: [Int] = [],
    accuracy: Accuracy = .perfect
  ) {
    self.plan = plan
    self.camouflage = camouflage
    self.fromProposal = fromProposal
    self.targets = targets
    self.accuracy = accuracy
  }

  func requireInRange() {
    requireProbability(camouflage)
    precondition(fromProposal >= 1, "proposals are counted from 1")
    precondition(targets.allSatisfy { $0 >= 1 }, "workers are counted from 1")
    precondition(
      zip(targets, targets.dropFirst()).allSatisfy { $0 < $1 }, "targets ascend, each named once")
    accuracy.requireInRange()
  }
}

/// What a group does that has one plan; raw values are the words of scenarios.
public enum CollusionPlan: String, CaseIterable, Hashable, Sendable {
  /// All follow one fair coin per proposal.
  case lockstep
  /// All vote against the truth.
  case oppose
  /// All reject what is aimed at the targets.
  case protect
  /// All approve what is aimed at the targets.
  case frame
  /// Just before the deadline, the fewest who suffice turn the outcome; the others vote the truth.
  case pivot
}
