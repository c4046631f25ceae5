import Agents
import Scenarios

/// Somebody in the seats of a scenario.
package struct SeatAdversary: Sendable {
  /// Who it is.
  package enum Kind: Equatable, Sendable {
    /// Those whose seats they are.
    case peace
    /// Voters with a strategy or a plan of their own.
    case voters
    /// The best adversary who sees votes when they have arrived.
    case causal
    /// The best adversary who sees all votes.
    case worst
  }

  /// The name, which no other has.
  package let name: String
  /// Who it is.
  package let kind: Kind
  /// The scenario with them.
  package let scenario: Scenario
  /// The groups in the seats, by their places in the scenario; none in peace.
  let seats: [Int]
}

extension SeatAdversary {
  /// The same adversary in a scenario that is otherwise changed.
  func changing(_ change: (Scenario) -> Scenario) -> SeatAdversary {
    SeatAdversary(name: name, kind: kind, scenario: change(scenario), seats: seats)
  }

  /// The same adversary among other honest voters; those in the seats, if they are honest, stay who
  /// they are.
  func changingHonest(_ change: (HonestRole) -> HonestRole) -> SeatAdversary {
    changing { $0.changingHonest(besides: seats, change) }
  }
}

extension SeatAdversary {
  /// The name of nobody but those whose seats they are.
  package static let nameOfPeace = "peace"

  /// All who take the seats of a scenario, and at last those whose seats they are.
  package static func all(
    of seats: SeatedScenario, _ request: TuneRequest, _ vocabulary: Vocabulary
  ) -> [SeatAdversary] {
    var found: [SeatAdversary] = []
    func add(_ name: String, _ kind: Kind, _ voters: VoterGroup) {
      // A group of a file may have the name of a strategy.
      var unique = name
      while found.contains(where: { $0.name == unique }) || unique == nameOfPeace {
        unique = "\(voters.role.kind.rawValue)_\(unique)"
      }
      found.append(
        SeatAdversary(
          name: unique, kind: kind, scenario: seats.taken(by: voters),
          seats: seats.places(for: voters)))
    }
    for adversary in request.adversaries ?? [.standard] {
      switch adversary {
      case .standard:
        for voters in VoterGroup.standardAdversaries(vocabulary) {
          add(voters.name, .voters, voters)
        }
      case .causal: add("causal", .causal, .anyFaulty)
      case .worst: add("worst", .worst, .anyFaulty)
      case .group(let voters): add(voters.name, .voters, voters)
      }
    }
    return found + [
      SeatAdversary(name: nameOfPeace, kind: .peace, scenario: seats.inPeace, seats: [])
    ]
  }
}

extension VoterGroup {
  /// Voters of each strategy that needs no script, and of each plan, and voters who crashed.
  fileprivate static func standardAdversaries(_ vocabulary: Vocabulary) -> [VoterGroup] {
    let strategies = vocabulary.strategies.filter { !$0.traits.takes(.script) }.map {
      VoterGroup(name: $0.name, role: .byzantine(ByzantineRole(strategy: $0)), count: 0)
    }
    let plans = vocabulary.plans.map { plan in
      VoterGroup(
        name: plan.name,
        role: .colluding(
          ColludingRole(plan: plan, targets: plan.traits.takes(.targets) ? [1] : [])),
        count: 0)
    }
    return strategies + plans
      + [VoterGroup(name: "crashed", role: .absent(AbsentRole(mode: .crashed)), count: 0)]
  }

  /// Voters of whom only matters that they are faulty.
  fileprivate static let anyFaulty = VoterGroup(
    name: "faulty", role: .byzantine(ByzantineRole(strategy: .oppose)), count: 0)
}
