import Simulation

extension VoterGroup {
  /// The behaviour of the voters of this group, given their numbers in an electorate.
  func behaviour(of group: Electorate.Group, in electorate: Electorate) -> any GroupBehaviour {
    switch role {
    case .honest(let role):
      HonestVoters(
        group,
        perception: Perception(
          role.accuracy, abstention: role.abstain, correlation: role.correlation),
        latencyIfWrong: role.latencyIfWrong)
    case .byzantine(let role):
      ByzantineVoters(
        group, behaviour: role.strategy.behaviour(role.script ?? []),
        rate: Probability(role.rate),
        perception: Perception(role.accuracy))
    case .colluding(let role):
      ColludingVoters(
        group, behaviour: role.behaviour(in: electorate),
        camouflage: Probability(role.camouflage), firstProposal: role.fromProposal,
        participation: Probability(role.participation), perception: Perception(role.accuracy))
    case .absent(let role):
      AbsentVoters(group, attendance: role.attendance, perception: Perception(.perfect))
    }
  }
}

extension ColludingRole {
  fileprivate func behaviour(in electorate: Electorate) -> any PlanBehaviour {
    // Scenarios count workers from 1, as their names do.
    let targets = targets.map { $0 - 1 }
    return plan.behaviour(.init(targets: targets, victims: victims(in: electorate)))
  }

  /// The numbers of the voters whom the plan is about.
  package func victims(in electorate: Electorate) -> [Int] {
    guard let victims else {
      return Array(electorate.honestVoters.prefix(plan.traits.standardVictimCount))
    }
    return victims.map { id in
      guard let voter = electorate.voter(withID: id) else {
        preconditionFailure("unknown voter \(id)")
      }
      return voter
    }
  }
}

extension AbsentRole {
  fileprivate var attendance: AbsentVoters.Attendance {
    switch mode {
    case .crashed: .crashed
    case .crashAt: .crashesAt(crashTime ?? .start)
    case .intermittent: .intermittent(Probability(availability ?? 0))
    }
  }
}
