import Simulation

extension VoterGroup {
  /// How the voters of this group act, given their numbers in an electorate.
  func behaviour(of group: Electorate.Group, in electorate: Electorate) -> any Behaviour {
    switch role {
    case .honest(let role):
      HonestVoters(
        group,
        perception: Perception(
          role.accuracy, abstention: role.abstain, correlation: role.correlation))
    case .byzantine(let role):
      ByzantineVoters(
        group, misconduct: role.misconduct, rate: Probability(role.rate),
        perception: Perception(role.accuracy))
    case .colluding(let role):
      ColludingVoters(
        group, conspiracy: role.conspiracy(in: electorate),
        camouflage: Probability(role.camouflage), firstProposal: role.fromProposal,
        participation: Probability(role.participation), perception: Perception(role.accuracy))
    case .absent(let role):
      AbsentVoters(group, attendance: role.attendance, perception: Perception(.perfect))
    }
  }
}

extension ByzantineRole {
  fileprivate var misconduct: any Misconduct {
    switch strategy {
    case .oppose: Oppose()
    case .approveAll: ApproveAll()
    case .rejectAll: RejectAll()
    case .random: VoteAtRandom()
    case .abstain: AbstainAlways()
    case .doubleVote: DoubleVote()
    case .flip: Flip()
    case .lastMover: LastMover()
    case .rush: Rush()
    case .prematureTally: PrematureTally()
    case .impersonate: Impersonate()
    case .flood: Flood()
    case .equivocate: Equivocate()
    case .scripted: FollowScript(script: script ?? [])
    }
  }
}

extension ColludingRole {
  fileprivate func conspiracy(in electorate: Electorate) -> any Conspiracy {
    // Scenarios count workers from 1, as their names do.
    let targets = targets.map { $0 - 1 }
    return switch plan {
    case .lockstep: Lockstep()
    case .oppose: OpposeTogether()
    case .protect: Protect(targets: targets)
    case .frame: Frame(targets: targets)
    case .pivot: Pivot()
    case .mimic: Mimic(victims: victims(in: electorate))
    case .isolate: Isolate(victims: victims(in: electorate))
    }
  }

  private func victims(in electorate: Electorate) -> [Int] {
    guard let victims else {
      return Array(electorate.honestVoters.prefix(plan.standardVictimCount))
    }
    return victims.map { id in
      guard let voter = electorate.voter(withID: id) else {
        preconditionFailure("there is no voter \(id)")
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
