import Agents
import Detection
import Scenarios

extension Oracle {
  /// The oracle of a cell, which knows how its voters vote.
  init(_ scenario: Scenario) {
    self.init(
      accuracies: scenario.groups.flatMap { group in
        Array(repeating: group.role.accuracies, count: group.count)
      }, warranted: scenario.workload.warranted)
  }
}

extension Role {
  /// The probabilities of approving what is warranted and of rejecting what is not, for voters left
  /// to themselves.
  fileprivate var accuracies: SIMD2<Double> {
    switch self {
    case .honest(let role): role.accuracy.pair
    case .colluding(let role): role.accuracy.pair
    case .absent: Accuracy.perfect.pair
    case .byzantine(let role):
      (1 - role.rate) * role.accuracy.pair + role.rate * role.strategy.accuracies(role.accuracy)
    }
  }
}

extension Accuracy {
  fileprivate var pair: SIMD2<Double> { SIMD2(warranted, unwarranted) }
}

extension ByzantineStrategy {
  /// The same while misbehaving.
  ///
  /// What a strategy does that looks at others' votes depends on them; the oracle takes it for an
  /// honest voter.
  fileprivate func accuracies(_ accuracy: Accuracy) -> SIMD2<Double> {
    switch self {
    case .oppose, .rush, .impersonate: SIMD2(0, 0)
    case .approveAll: SIMD2(1, 0)
    case .rejectAll: SIMD2(0, 1)
    case .random: SIMD2(0.5, 0.5)
    case .abstain, .doubleVote, .flip, .lastMover, .prematureTally, .flood, .equivocate, .scripted:
      accuracy.pair
    }
  }
}

extension Oracle.Habit {
  /// How often a group acts on its plan among the proposals of a workload.
  init(_ role: ColludingRole, in workload: Workload) {
    let awake = Double(max(0, workload.proposals - role.fromProposal + 1))
    let aimed =
      switch role.plan {
      case .protect, .frame: Double(role.targets.count) / Double(workload.targets)
      case .lockstep, .oppose, .pivot, .mimic, .isolate: 1.0
      }
    self.init(
      rate: (1 - role.camouflage) * aimed * awake / Double(workload.proposals),
      participation: role.participation)
  }
}
