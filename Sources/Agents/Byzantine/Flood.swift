import Simulation

/// Opens as many unwarranted proposals as it can, and approves them.
struct Flood: StrategyBehaviour {
  static let name = "flood"
  static let summary = """
    Votes against the truth as soon as a proposal opens, and opens unwarranted proposals up to its \
    limit; calls no tally.
    """
  static let traits = BehaviourTraits(
    capabilities: [.opensProposals], observations: [.truth, .rules], parameters: [],
    forecast: .againstTruth)

  /// Votes against the truth, and uses each proposal of the workload to open others.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let facts = world.facts[proposal]
    world.cast(facts.wrongVote, by: voter, on: proposal)
    if facts.isOfWorkload { world.wake(voter.number, for: proposal, at: world.now) }
  }

  /// Opens proposals up to the limit of the configuration.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {
    var stream = world.stream(
      .flood, voter: voter.number, proposal: world.facts[proposal].streamNumber)
    while world.refusal(ofProposalBy: voter.number) == nil {
      world.openAnother(by: voter.number, action: stream.next(), target: stream.next())
    }
  }
}
