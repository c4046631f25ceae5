import Simulation

/// Voters who say what they see.
struct HonestVoters: GroupBehaviour {
  private let group: Electorate.Group
  private let perception: Perception

  /// The honest voters of a group, who all need some time, be it none, and the network.
  init(_ group: Electorate.Group, perception: Perception) {
    precondition(group.latency != nil, "honest votes go through the network")
    self.group = group
    self.perception = perception
  }

  /// Each makes up its mind and sends its vote.
  func proposalOpened(_ proposal: Int, in world: inout World) {
    for voter in group.members {
      let draws = world.draws(.voter, of: voter, on: proposal)
      let value = perception.vote(with: draws, of: group, on: proposal, in: world)
      let thinking = group.latency?.sample(at: draws.word2) ?? .zero
      world.send(value, by: voter, on: proposal, after: thinking)
    }
  }
}
