import Agents
import Consensus

extension Scenario {
  /// The same scenario with other safeguards.
  package func changing(_ safeguards: Safeguards) -> Scenario {
    var settings = settings
    settings.safeguards = safeguards
    return Scenario(settings: settings, groups: groups, expectations)
  }

  /// The same scenario with other settings of the rules.
  package func changing(_ rules: RuleSettings) -> Scenario {
    var settings = settings
    settings.config = rules.config
    settings.safeguards = rules.safeguards
    return Scenario(settings: settings, groups: groups, expectations)
  }

  /// The same scenario without detectors.
  package var withoutDetectors: Scenario {
    var settings = settings
    settings.detectors = []
    return Scenario(settings: settings, groups: groups, expectations)
  }

  /// The same scenario in which only false approvals cost anything.
  package var withCostsOfFalseApprovalsOnly: Scenario {
    var settings = settings
    settings.costs.falseRejection = Costs.Price(standard: 0)
    settings.costs.quorumFailure = Costs.Price(standard: 0)
    return Scenario(settings: settings, groups: groups, expectations)
  }

  /// The settings of the rules.
  package var ruleSettings: RuleSettings {
    RuleSettings(config: settings.config, safeguards: settings.safeguards)
  }

  /// The same scenario with other honest voters, but for those of some groups, given by their places.
  package func changingHonest(
    besides others: [Int], _ change: (HonestRole) -> HonestRole
  ) -> Scenario {
    changing(
      groups.enumerated().map { place, group in
        guard case .honest(let role) = group.role, !others.contains(place) else { return group }
        return VoterGroup(
          name: group.name, role: .honest(change(role)), count: group.count, weight: group.weight,
          latency: group.latency)
      })
  }

  /// The roles of the honest voters, group by group, but for those of some groups.
  package func honestRoles(besides others: [Int] = []) -> [(role: HonestRole, count: Int)] {
    groups.enumerated().compactMap { place, group in
      guard case .honest(let role) = group.role, group.count > 0, !others.contains(place) else {
        return nil
      }
      return (role, group.count)
    }
  }

  /// The same scenario with other groups.
  func changing(_ groups: [VoterGroup]) -> Scenario {
    Scenario(settings: settings, groups: groups, expectations)
  }

  /// The same scenario with other groups, and a network that takes no time and loses nothing.
  package func withoutNetwork(_ groups: [VoterGroup]) -> Scenario {
    var settings = settings
    settings.network = NetworkSpecification()
    return Scenario(settings: settings, groups: groups, expectations)
  }

  /// The same scenario in peace: byzantine and colluding voters are honest, with the accuracy with
  /// which they vote when they do not misbehave.
  ///
  /// Absent voters stay absent, because they have no accuracy.
  package var inPeace: Scenario { inPeace { _ in true } }

  /// The same scenario in peace as far as some groups, given by their places, are concerned.
  func inPeace(_ isConcerned: (Int) -> Bool) -> Scenario {
    changing(groups.indices.map { isConcerned($0) ? groups[$0].inPeace : groups[$0] })
  }
}

extension VoterGroup {
  fileprivate var inPeace: VoterGroup {
    let accuracy: Accuracy
    switch role {
    case .honest, .absent: return self
    case .byzantine(let role): accuracy = role.accuracy
    case .colluding(let role): accuracy = role.accuracy
    }
    return VoterGroup(
      name: name, role: .honest(HonestRole(accuracy: accuracy)), count: count, weight: weight,
      latency: latency)
  }
}
