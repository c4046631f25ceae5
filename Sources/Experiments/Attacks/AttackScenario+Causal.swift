import Agents
import Exactness
import Forms
import Metrics
import Scenarios

extension AttackScenario {
  /// A scenario in which the faulty voters of another follow the best policy toward an outcome that
  /// does not see the future; nil if there is none, or if it needs more steps than a script may have.
  ///
  /// - Complexity: that of the policy, which depends on the numbers of honest votes.
  package init?(
    causalIn scenario: Scenario, toward outcome: BadOutcome, named name: String,
    description: String = ""
  ) {
    guard scenario.isAttacked, ExactAnalysis(scenario).causalObstacles.isEmpty,
      let scripts = try? scenario.causalScripts(toward: outcome),
      scripts.allSatisfy({ $0.count <= ScenarioLimits.elementsMax })
    else { return nil }
    json = scenario.following(scripts, named: name, description: description).json
  }
}
