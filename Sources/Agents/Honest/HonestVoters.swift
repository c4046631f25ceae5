import Simulation

/// A group of voters who vote as they see the facts.
struct HonestVoters: GroupBehaviour {
  private let group: Electorate.Group
  private let perception: Perception
  private let latencyIfWrong: Distribution?

  /// The honest voters of a group, with a latency that may be 0 and messages through the network.
  ///
  /// - Parameter latencyIfWrong: the latency of a vote against the facts, if it is another.
  init(
    _ group: Electorate.Group, perception: Perception, latencyIfWrong: Distribution? = nil
  ) {
    precondition(group.latency != nil, "honest votes go through the network")
    self.group = group
    self.perception = perception
    self.latencyIfWrong = latencyIfWrong
  }

  /// Each voter decides and sends its vote.
  func proposalOpened(_ proposal: Int, in world: inout World) {
    for voter in group.members {
      let draws = world.draws(.voter, of: voter, on: proposal)
      let value = perception.vote(with: draws, of: group, on: proposal, in: world)
      var latency = group.latency
      if let latencyIfWrong, value == world.facts[proposal].wrongVote { latency = latencyIfWrong }
      let thinking = latency?.sample(at: draws.word2) ?? .zero
      world.send(value, by: voter, on: proposal, after: thinking)
    }
  }
}
