import Agents
import Consensus
import Experiments
import JSON
import Metrics
import Scenarios

extension TunePlan {
  /// What to choose, and why; nil if interrupted.
  package func recommendation(
    from study: TuneStudy, workers: Workers
  ) async -> Recommendation? {
    let outcome = study.outcome
    guard let place = outcome.place else {
      return Recommendation(
        outcome: outcome, path: [], worstAdversary: nil, withstood: [], stability: .unknown,
        standing: nil)
    }
    let chosen = study.configurations[place]
    guard
      let path = await path(
        to: chosen, workers: workers),
      let stability = await stability(of: place, in: study, workers: workers)
    else { return nil }
    return Recommendation(
      outcome: outcome, path: path, worstAdversary: worstAdversary(of: chosen),
      withstood: WithstoodFaults.all(
        seats.map { $0.inPeace.changing(chosen.configuration.settings) }), stability: stability,
      standing: study.standing(of: place))
  }

  // MARK: The path

  /// The way from the scenario's own settings; each step changes the field that helps most.
  private func path(
    to chosen: TunedConfiguration, workers: Workers
  ) async -> [PathStep]? {
    var settings = scenario.ruleSettings
    var rest = chosen.configuration.changes(from: settings)
    var path: [PathStep] = []
    while !rest.isEmpty {
      let tries = rest.map { settings.changing($0, to: chosen.configuration.settings) }
      guard
        let values = await values(under: tries, workers: workers)
      else { return nil }
      let steps = rest.indices.map { place in
        let own = values.map { $0[place] }
        return PathStep(
          field: rest[place], before: rest[place].value(in: settings),
          after: rest[place].value(in: chosen.configuration.settings), worst: worst(own),
          peace: own.last ?? [])
      }
      var best = 0
      for place in steps.indices.dropFirst()
      where steps[best].harm(harm).isClearlyAbove(steps[place].harm(harm)) {
        best = place
      }
      path.append(steps[best])
      settings = tries[best]
      rest.remove(at: best)
    }
    return path
  }

  // MARK: The worst adversary

  /// Who does the most harm under a configuration.
  private func worstAdversary(of chosen: TunedConfiguration) -> WorstAdversary? {
    guard let place = chosen.worst[harm].adversary else { return nil }
    let adversary = adversaries[place]
    let rules = chosen.configuration.settings
    let rates: [BadOutcome] = [.falseApproval, .falseRejection, .quorumFailure]
    let values = adversary.values(under: [rules], of: rates.map(\.metric))[0]
    let warranted = scenario.workload.warranted
    let shares = zip(values, [1 - warranted, warranted, 1]).map { ($0.range?.upperBound ?? 0) * $1 }
    let most = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    // With less, none may show in the trials that are looked at.
    let seen = shares[most] * Double(scenario.workload.proposals) * Double(scenario.trials)
    return WorstAdversary(
      name: adversary.name, canBeTraced: adversary.kind == .voters,
      scenario: adversary.scenario.changing(rules), outcome: seen > 10 ? rates[most] : nil)
  }
}

extension Recommendation.Outcome {
  /// The place of what is found or the likeliest; nil if there is nothing.
  package var place: Int? {
    switch self {
    case .found(let place), .undecided(let place): place
    case .nothingFeasible: nil
    }
  }
}

extension PathStep {
  /// The most harm at worst, as far as is known.
  fileprivate func harm(_ place: Int) -> Double { worst[place].value.range?.upperBound ?? 0 }
}

extension RuleSettings {
  /// The settings with the value of one field from others.
  fileprivate func changing(_ field: RuleField, to other: RuleSettings) -> RuleSettings {
    var settings = self
    do {
      try field.set(field.value(in: other), in: &settings)
    } catch {
      preconditionFailure("a value of other settings is not allowed: \(error)")
    }
    return settings
  }
}
