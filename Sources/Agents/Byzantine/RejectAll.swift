import Consensus

/// Rejects whatever is proposed.
struct RejectAll: Misconduct {
  static let traits = ConductTraits(
    deeds: [], sights: [], parameters: [], forecast: .always { _ in false })

  /// Rejects.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(.reject, by: voter, on: proposal)
  }
}
