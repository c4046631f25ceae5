import Consensus
import JSON
import Scenarios
import Text

extension SearchSpace {
  /// The settings that a request wants tried around those of a scenario.
  package init(_ request: TuneRequest, of scenario: Scenario) {
    var choices: [(field: RuleField, values: [JSONValue])] = []
    var fractions: [FractionField: Fractions] = [:]
    for searched in request.fields {
      guard let fraction = FractionField(rawValue: searched.field.key) else {
        choices.append((searched.field, searched.listed))
        continue
      }
      switch searched.values {
      case .all: fractions[fraction] = .all
      case .within(let range): fractions[fraction] = .within(range)
      case .listed(let values): fractions[fraction] = .among(values.compactMap(\.number))
      }
    }
    self.init(own: scenario.ruleSettings, choices: choices, fractions: fractions)
  }
}

extension SearchedField {
  /// The values of a field that has only so many.
  fileprivate var listed: [JSONValue] {
    switch values {
    case .listed(let values): return values
    case .all, .within:
      switch field.kind {
      case .flag: return [false, true]
      case .word(let choices): return choices.map { .string($0.word) }
      case .number, .seconds, .wholeNumber, .orNull:
        preconditionFailure("\(field.key) has no end of values")
      }
    }
  }
}

extension JSONValue {
  fileprivate var number: Double? {
    if case .number(let number) = self { number.doubleValue } else { nil }
  }
}
