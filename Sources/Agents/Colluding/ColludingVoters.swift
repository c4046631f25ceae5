import Simulation

/// Voters who follow one plan together.
struct ColludingVoters: Behaviour {
  private let group: Electorate.Group
  private let conspiracy: any Conspiracy
  private let camouflage: Probability
  private let firstProposal: Int
  private let perception: Perception

  /// The colluding voters of a group.
  ///
  /// - Parameters:
  ///   - camouflage: how likely all of them vote by their perception instead of the plan.
  ///   - firstProposal: the number of the proposal from which on they follow the plan.
  init(
    _ group: Electorate.Group, conspiracy: any Conspiracy, camouflage: Probability,
    firstProposal: Int, perception: Perception
  ) {
    self.group = group
    self.conspiracy = conspiracy
    self.camouflage = camouflage
    self.firstProposal = firstProposal
    self.perception = perception
  }

  /// All follow the plan, or all hide behind honest votes.
  func proposalOpened(_ proposal: Int, in world: inout World) {
    let isActive = isActive(on: proposal, in: world)
    if isActive && conspiracy.waits {
      guard let speaker = group.members.first else { return }
      world.wake(speaker, for: proposal, at: world.affairs[proposal].lastMoment)
      return
    }
    let planned = isActive ? conspiracy.vote(on: proposal, of: group, in: world) : nil
    for voter in group.members {
      if let planned {
        world.cast(planned, by: voter, of: group, on: proposal)
      } else {
        world.castHonestly(by: voter, of: group, seeing: perception, on: proposal)
      }
    }
  }

  /// The last moment has come for a plan that waits.
  func wake(_ voter: Int, for proposal: Int, in world: inout World) {
    conspiracy.lastMoment(of: proposal, for: group, in: &world)
  }

  private func isActive(on proposal: Int, in world: borrowing World) -> Bool {
    world.affairs[proposal].number >= firstProposal
      && !camouflage.occurs(at: world.luck(.group, of: group.index, on: proposal).word0)
  }
}
