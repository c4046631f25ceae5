import Consensus

/// Rejects proposals aimed at some workers.
struct Protect: PlanBehaviour {
  static let name = "protect"
  static let summary = """
    All members reject proposals aimed at the targets as soon as these open; on other proposals \
    each member votes as it sees the facts.
    """
  static let traits = BehaviourTraits(
    capabilities: [], observations: [.target], parameters: [.targets],
    forecast: .each { $0.isAimedAtTarget ? .rejecting : nil })

  private let targets: [Int]

  /// The plan for these workers, counted from 0.
  init(targets: [Int]) {
    self.targets = targets
  }

  /// Rejection of proposals aimed at the workers; nil for others.
  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue? {
    targets.contains(world.facts[proposal].target) ? .reject : nil
  }
}
