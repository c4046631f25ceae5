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

    /// Whether trials show what they do; the best adversaries are no strategy that could be run.
    package var canBeTried: Bool {
      switch self {
      case .peace, .voters: true
      case .causal, .worst: false
      }
    }
  }

  /// The name, which no other has.
  package let name: String
  /// Who it is.
  package let kind: Kind
  /// The scenario with them; several if it is not known for certain, each as likely as the others.
  package let draws: [Scenario]
  /// The groups in the seats of each draw, by their places; none in peace.
  let seats: [[Int]]

  /// The scenario with them, or the first of several.
  package var scenario: Scenario { draws[0] }
}

extension SeatAdversary {
  /// The same adversary in a scenario that is otherwise changed.
  func changing(_ change: (Scenario) -> Scenario) -> SeatAdversary {
    SeatAdversary(name: name, kind: kind, draws: draws.map(change), seats: seats)
  }

  /// The same adversary among other honest voters; those in the seats, if they are honest, stay who
  /// they are.
  func changingHonest(_ change: (HonestRole) -> HonestRole) -> SeatAdversary {
    SeatAdversary(
      name: name, kind: kind,
      draws: zip(draws, seats).map { $0.changingHonest(besides: $1, change) }, seats: seats)
  }
}

extension SeatAdversary {
  /// The name of nobody but those whose seats they are.
  package static let nameOfPeace = "peace"

  /// All who take the seats of a scenario, and at last those whose seats they are.
  ///
  /// - Parameter seats: the scenario, or several draws of it.
  package static func all(
    of seats: [SeatedScenario], _ request: TuneRequest, _ vocabulary: Vocabulary
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
          name: unique, kind: kind, draws: seats.map { $0.taken(by: voters) },
          seats: seats.map { $0.places(for: voters) }))
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
      SeatAdversary(
        name: nameOfPeace, kind: .peace, draws: seats.map(\.inPeace), seats: seats.map { _ in [] })
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
