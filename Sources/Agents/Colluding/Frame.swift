import Consensus

/// Approves what is aimed at some workers.
struct Frame: Conspiracy {
  static let traits = ConductTraits(
    deeds: [], sights: [.target], parameters: [.targets],
    forecast: .each { $0.isAimedAtTarget ? .approving : nil })

  private let targets: [Int]

  /// The plan to frame these workers, counted from 0.
  init(targets: [Int]) {
    self.targets = targets
  }

  /// Approval of what is aimed at them.
  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue? {
    targets.contains(world.affairs[proposal].target) ? .approve : nil
  }
}
