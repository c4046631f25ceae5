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

/// Where each word is given its meaning.
extension CollusionPlan {
  /// What a group with the plan does, given the workers and the voters whom it is about, by their
  /// numbers from 0.
  func conspiracy(targets: [Int] = [], victims: [Int] = []) -> any PlanBehaviour {
    switch self {
    case .lockstep: Lockstep()
    case .oppose: OpposeTogether()
    case .protect: Protect(targets: targets)
    case .frame: Frame(targets: targets)
    case .pivot: Pivot()
    case .mimic: Mimic(victims: victims)
    case .isolate: Isolate(victims: victims)
    }
  }

  /// What is to be known of the plan without running it.
  public var traits: BehaviourTraits { type(of: conspiracy()).traits }
}
