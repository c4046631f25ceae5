import Agents
import JSON
import Testing

/// A strategy or a plan, with a group that follows it.
struct Conduct: Sendable, CustomTestStringConvertible {
  /// Its word in scenarios.
  let word: String
  let traits: BehaviourTraits
  /// Two voters who follow it, called `group`.
  let voters: JSONValue

  var testDescription: String { word }

  /// The group's name.
  static let group = "group"

  /// Every strategy and every plan.
  static let all =
    ByzantineStrategy.standard.map { strategy in
      Conduct("byzantine", "strategy", strategy.name, strategy.traits)
    }
    + CollusionPlan.standard.map { plan in
      Conduct("colluding", "plan", plan.name, plan.traits)
    }

  private init(_ role: JSONValue, _ key: String, _ word: String, _ traits: BehaviourTraits) {
    self.word = word
    self.traits = traits
    var group: JSONObject = [
      "name": .string(Self.group), "role": role, "count": 2, key: .string(word),
    ]
    if traits.takes(.script) {
      group["script"] = [
        ["at": 0, "vote": "approve"], ["at": 0, "vote": "reject"],
        ["at": 1.5, "when": ["warranted": true], "vote": "approve"], ["at": 1.5, "tally": true],
      ]
    }
    if traits.takes(.targets) { group["targets"] = ["worker-1"] }
    voters = .object(group)
  }
}
