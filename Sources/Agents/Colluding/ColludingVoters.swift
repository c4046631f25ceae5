import Simulation

/// Voters who follow one plan together.
struct ColludingVoters: GroupBehaviour {
  private let group: Electorate.Group
  private let behaviour: any PlanBehaviour
  private let camouflage: Probability
  private let firstProposal: Int
  private let participation: Probability
  private let perception: Perception
  /// Whether the plan waits for the last moment.
  private let waits: Bool

  /// The colluding voters of a group.
  ///
  /// - Parameters:
  ///   - camouflage: how likely all of them vote by their perception instead of the plan.
  ///   - firstProposal: the number of the proposal from which on they follow the plan.
  ///   - participation: how likely each follows it where the others do.
  init(
    _ group: Electorate.Group, behaviour: any PlanBehaviour, camouflage: Probability,
    firstProposal: Int, participation: Probability, perception: Perception
  ) {
    self.group = group
    self.behaviour = behaviour
    self.camouflage = camouflage
    self.firstProposal = firstProposal
    self.participation = participation
    self.perception = perception
    waits = type(of: behaviour).traits.does(.waitsForLastMoment)
  }

  /// Those who take part follow the plan, the others hide behind honest votes.
  func proposalOpened(_ proposal: Int, in world: inout World) {
    let isActive = isActive(on: proposal, in: world)
    let planned = isActive && !waits ? behaviour.vote(on: proposal, of: group, in: world) : nil
    if isActive && waits, let speaker = group.members.first {
      world.wake(speaker, for: proposal, at: world.facts[proposal].lastMoment)
    }
    for voter in group.members {
      let followsPlan = isActive && takesPart(voter, in: proposal, of: world)
      if followsPlan && waits { continue }
      if followsPlan, let planned {
        world.cast(planned, by: voter, of: group, on: proposal)
      } else {
        world.castHonestly(by: voter, of: group, seeing: perception, on: proposal)
      }
    }
  }

  /// The last moment has come for a plan that waits.
  func wake(_ voter: Int, for proposal: Int, in world: inout World) {
    let members = group.members.filter { takesPart($0, in: proposal, of: world) }
    behaviour.lastMoment(of: proposal, by: members, in: &world)
  }

  private func isActive(on proposal: Int, in world: borrowing World) -> Bool {
    world.facts[proposal].number >= firstProposal
      && !camouflage.occurs(at: world.draws(.group, of: group.index, on: proposal).word0)
  }

  private func takesPart(_ voter: Int, in proposal: Int, of world: borrowing World) -> Bool {
    participation == .always
      || participation.occurs(at: world.draws(.conduct, of: voter, on: proposal).word0)
  }
}
