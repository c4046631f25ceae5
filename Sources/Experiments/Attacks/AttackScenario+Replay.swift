import Guarantees
import JSON
import Metrics
import Scenarios

extension AttackScenario {
  /// Whether a run of the scenario reaches the outcome of its attack.
  ///
  /// It does not if two replicas must get the same votes in different orders, or if there are more
  /// groups of voters than a scenario may have.
  public func shows(_ answer: GuaranteeAnswer) -> Bool {
    guard let cell = try? ScenarioFile(parsing: json.text()).cells.first else { return false }
    var trials = Trials(cell.scenario)
    return answer.guarantee.violation.isShown(by: trials.run(1...1))
  }
}
