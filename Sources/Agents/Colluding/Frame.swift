import Consensus

/// Approves proposals aimed at some workers.
struct Frame: PlanBehaviour {
  static let name = "frame"
  static let summary = """
    All members approve proposals aimed at the targets as soon as these open; on other proposals \
    each member votes as it sees the facts.
    """
  static let traits = BehaviourTraits(
    capabilities: [], observations: [.target], parameters: [.targets],
    forecast: .each { $0.isAimedAtTarget ? .approving : nil })

  private let targets: [Int]

  /// The plan against these workers, counted from 0.
  init(targets: [Int]) {
    self.targets = targets
  }

  /// Approval of proposals aimed at the workers; nil for others.
  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue? {
    targets.contains(world.facts[proposal].target) ? .approve : nil
  }
}
