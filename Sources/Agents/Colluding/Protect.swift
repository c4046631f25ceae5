import Consensus

/// Rejects what is aimed at some workers.
struct Protect: Conspiracy {
  static let traits = ConductTraits(
    deeds: [], sights: [.target], parameters: [.targets],
    forecast: .each { $0.isAimedAtTarget ? .rejecting : nil })

  private let targets: [Int]

  /// The plan to protect these workers, counted from 0.
  init(targets: [Int]) {
    self.targets = targets
  }

  /// Rejection of what is aimed at them.
  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue? {
    targets.contains(world.affairs[proposal].target) ? .reject : nil
  }
}
