import Consensus
import JSON

/// The settings among which the best are sought.
package struct SearchSpace: Sendable {
  /// The values of a fraction that are tried.
  package enum Fractions: Sendable {
    /// All between two limits.
    case within(ClosedRange<Double>)
    /// Some.
    case among([Double])

    /// All that a configuration allows.
    package static let all = Fractions.within(Double.leastNonzeroMagnitude...1)
  }

  /// The settings of the scenario, which every field keeps that is not searched.
  package let own: RuleSettings
  /// The fields that are tried with a list of values, each with its list.
  package let choices: [(field: RuleField, values: [JSONValue])]
  /// The fractions that are searched, with their values.
  package let fractions: [FractionField: Fractions]

  /// A search around some settings.
  package init(
    own: RuleSettings, choices: [(field: RuleField, values: [JSONValue])] = [],
    fractions: [FractionField: Fractions] = [:]
  ) {
    self.own = own
    self.choices = choices
    self.fractions = fractions
  }

  /// The settings with all combinations of the listed values; the last field changes fastest.
  var combinations: [RuleSettings] {
    choices.reduce([own]) { combinations, choice in
      combinations.flatMap { settings in
        choice.values.map { value in
          var changed = settings
          do {
            try choice.field.set(value, in: &changed)
          } catch {
            preconditionFailure("a value to search is not allowed: \(error)")
          }
          return changed
        }
      }
    }
  }
}
