import Consensus

/// Approves what is aimed at some workers.
struct Frame: Conspiracy {
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
