import Guarantees
import Scenarios

/// A premise of a guarantee, held against the scenario if there is one.
package struct HeldPremise: Sendable, Equatable {
  /// The premise.
  package let premise: Premise
  /// Whether it holds; nil without a scenario.
  package let holds: Bool?
  /// What breaks it; nil if nothing does.
  package let breach: PremiseBreach?

  /// The premise in a few words, with the groups that break it.
  package var description: String {
    let groups = breach?.groups.joined(separator: ", ") ?? ""
    return groups.isEmpty ? premise.words : "\(premise.words) (\(groups))"
  }
}

extension GuaranteeQuestion {
  /// What a guarantee takes for granted, held against the scenario of the question if it has one.
  package func premises(
    of guarantee: Guarantee, isAtRisk: Bool = false, heldAgainst scenario: Scenario?
  ) -> [HeldPremise] {
    let premises = premises(of: guarantee, isAtRisk: isAtRisk)
    return scenario?.holding(premises, of: guarantee)
      ?? premises.map { HeldPremise(premise: $0, holds: nil, breach: nil) }
  }
}

extension Scenario {
  /// Some premises of a guarantee, held against this scenario.
  func holding(_ premises: [Premise], of guarantee: Guarantee) -> [HeldPremise] {
    premises.map { premise in
      let breach = breach(of: premise, by: guarantee)
      return HeldPremise(premise: premise, holds: breach == nil, breach: breach)
    }
  }
}
