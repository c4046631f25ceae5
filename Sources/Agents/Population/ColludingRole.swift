/// How voters misbehave who follow one plan together.
public struct ColludingRole: Hashable, Sendable {
  /// The plan.
  public package(set) var plan: CollusionPlan
  /// The probability, per proposal and for all at once, that they vote as honest voters do.
  public package(set) var camouflage: Double
  /// The first proposal, counted from 1, on which they act.
  public package(set) var fromProposal: Int
  /// The probability, per proposal and member, that one follows the active plan.
  public package(set) var participation: Double
  /// The workers the plan is about, counted from 1 and ascending: those it protects or frames.
  public package(set) var targets: [Int]
  /// The ids of the honest voters whom the plan wants accused; nil for the first of all.
  public package(set) var victims: [String]?
  /// How often each sees the truth when it votes as an honest voter.
  public package(set) var accuracy: Accuracy

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
  /// Just before the deadline, each votes as a victim has voted.
  case mimic
  /// Just before the deadline, all vote against the victims where that outvotes them, else the truth.
  case isolate
}

extension CollusionPlan {
  /// How many victims the plan has unless they are named.
  var standardVictimCount: Int {
    switch self {
    case .lockstep, .oppose, .protect, .frame, .pivot: 0
    case .mimic: 1
    // Nobody errs together with itself.
    case .isolate: 2
    }
  }
}
