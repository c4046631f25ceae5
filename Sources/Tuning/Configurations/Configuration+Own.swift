import Agents
import Consensus
import Scenarios

extension Configuration {
  /// Settings that stand for themselves only.
  init(own settings: RuleSettings) {
    self.init(
      settings: settings,
      ranges: Dictionary(
        uniqueKeysWithValues: FractionField.allCases.map { field in
          (field, field.value(in: settings)...field.value(in: settings))
        }), sameAs: [])
  }

  /// The fields that must change to come here from other settings.
  ///
  /// A fraction that decides alike need not change.
  package func changes(from other: RuleSettings) -> [RuleField] {
    RuleField.all.filter { field in
      if let fraction = FractionField(rawValue: field.key), let range = ranges[fraction] {
        return !range.contains(fraction.value(in: other))
      }
      return field.value(in: settings) != field.value(in: other)
    }
  }
}

extension DistinctConfigurations {
  /// The distinct configurations of a search around the settings of a scenario.
  init(
    of space: SearchSpace, _ scenario: Scenario, countMax: Int, keepsBins: Bool
  ) throws(TooMany) {
    let actions = scenario.workload.actions.filter { $0.weight > 0 }
    try self.init(
      of: space, groups: scenario.groups.map { ($0.count, $0.weight) },
      kinds: (
        normal: actions.contains { !ProposalAction.isCritical($0.name) },
        critical: actions.contains { ProposalAction.isCritical($0.name) }
      ),
      areQuorumsSeen: scenario.workload.tally == .quorum, countMax: countMax,
      keepsBins: keepsBins)
  }
}

extension SearchSpace {
  /// The searched field with the most values, which it helps most to leave out.
  var largestField: String {
    let fractions = FractionField.allCases.filter { self.fractions[$0] != nil }
    return fractions.last?.rawValue ?? choices.max { $0.values.count < $1.values.count }?.field.key
      ?? ""
  }
}
