import Simulation

/// A group of voters who follow a common plan.
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
  ///   - camouflage: how likely the whole group votes as honest voters do.
  ///   - firstProposal: the number of the first proposal on which the group follows its plan.
  ///   - participation: how likely a member follows the plan when it is active.
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

  /// Members who take part follow the plan; the others vote as honest voters do.
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

  /// Called just before the deadline, for a plan that waits.
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
      || participation.occurs(at: world.draws(.behaviour, of: voter, on: proposal).word0)
  }
}
