import Exactness
import Metrics
import Scenarios

extension AttackScenario {
  /// A scenario in which the faulty voters of another follow the best policy against a metric that
  /// does not see the future; nil if there is none, or if it needs more steps than a script may have.
  ///
  /// - Parameter analysis: what is known of the scenario.
  /// - Complexity: that of the policy, which depends on the numbers of honest votes.
  package init?(
    causalIn scenario: Scenario, _ analysis: ExactAnalysis, against metric: Metric,
    named name: String, description: String = ""
  ) {
    guard scenario.isAttacked, analysis.causal(of: metric)?.kind == .attained,
      let outcome = metric.definition.event
    else { return nil }
    self.init(
      try? scenario.causalAttack(toward: outcome, named: name, description: description))
  }

  /// A scenario in which the faulty voters of another bring about the worst value of a metric, with
  /// the help of a network that lets votes through in an order that suits them; nil if it is a bound
  /// that perhaps nobody attains, if nobody is faulty, or if it needs more steps than a script may
  /// have.
  package init?(
    worstIn scenario: Scenario, _ analysis: ExactAnalysis, of metric: Metric, named name: String,
    description: String = ""
  ) {
    guard scenario.isAttacked, analysis.worst(of: metric)?.kind == .attained else { return nil }
    self.init(try? scenario.worstAttack(on: metric, named: name, description: description))
  }

  private init?(_ scenario: Scenario?) {
    guard let scenario, scenario.areScriptsShort else { return nil }
    json = scenario.json
  }
}
