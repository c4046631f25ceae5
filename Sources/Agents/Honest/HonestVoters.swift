import Simulation

/// A group of voters who vote as they see the facts.
struct HonestVoters: GroupBehaviour {
  private let group: Electorate.Group
  private let perception: Perception

  /// The honest voters of a group, with a latency that may be 0 and messages through the network.
  init(_ group: Electorate.Group, perception: Perception) {
    precondition(group.latency != nil, "honest votes go through the network")
    self.group = group
    self.perception = perception
  }

  /// Each voter decides and sends its vote.
  func proposalOpened(_ proposal: Int, in world: inout World) {
    for voter in group.members {
      let draws = world.draws(.voter, of: voter, on: proposal)
      let value = perception.vote(with: draws, of: group, on: proposal, in: world)
      let thinking = group.latency?.sample(at: draws.word2) ?? .zero
      world.send(value, by: voter, on: proposal, after: thinking)
    }
  }
}
