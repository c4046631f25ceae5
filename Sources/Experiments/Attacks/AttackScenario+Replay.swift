import Guarantees
import JSON
import Metrics
import Scenarios

extension AttackScenario {
  /// Whether the scenario, when it is run, comes to what its attack is about.
  ///
  /// It does not where two replicas must hear the same votes in different orders, or where there are
  /// more groups of voters than a scenario can have.
  public func shows(_ answer: GuaranteeAnswer) -> Bool {
    guard let cell = try? ScenarioFile(parsing: json.text()).cells.first else { return false }
    var trials = Trials(cell.scenario)
    return answer.guarantee.violation.isShown(by: trials.run(1...1))
  }
}
