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
  var description: String {
    let groups = breach?.groups.joined(separator: ", ") ?? ""
    return groups.isEmpty ? premise.words : "\(premise.words) (\(groups))"
  }
}

extension GuaranteeQuestion {
  /// What a guarantee takes for granted, held against the scenario of the question if it has one.
  func premises(of guarantee: Guarantee, heldAgainst scenario: Scenario?) -> [HeldPremise] {
    premises(of: guarantee).map { premise in
      guard let scenario else { return HeldPremise(premise: premise, holds: nil, breach: nil) }
      let breach = scenario.breach(of: premise, by: guarantee)
      return HeldPremise(premise: premise, holds: breach == nil, breach: breach)
    }
  }
}
