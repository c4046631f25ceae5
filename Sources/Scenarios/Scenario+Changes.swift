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

  /// The settings of the rules.
  package var ruleSettings: RuleSettings {
    RuleSettings(config: settings.config, safeguards: settings.safeguards)
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
  package var inPeace: Scenario {
    Scenario(settings: settings, groups: groups.map(\.inPeace), expectations)
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
