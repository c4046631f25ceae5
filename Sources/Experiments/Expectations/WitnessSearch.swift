import Scenarios

/// Finds, for failed expectations, a trial and its proposal that show the failure.
struct WitnessSearch: ~Copyable {
  private let scenario: Scenario
  private let trialsMax: Int
  private let interruption: Interruption
  private var trials: Trials?

  /// The largest number of trials to search; rarer failures take too long.
  private static let trialsMax = 10_000

  init(_ scenario: Scenario, trialsMax: Int, interruption: Interruption) {
    self.scenario = scenario
    self.trialsMax = min(trialsMax, Self.trialsMax)
    self.interruption = interruption
    trials = nil
  }

  /// A verdict with its witness, if it needs one and there is one.
  ///
  /// If a verdict needed no trials, they are run now, only to find the witness.
  mutating func illustrated(_ verdict: Verdict) -> Verdict {
    // No trial shows that nothing went wrong, or what no strategy of the scenario does.
    guard verdict.outcome == .fail, !verdict.expectation.mustFail,
      let claim = verdict.expectation.metricClaim, claim.value == .estimate,
      let measure = TrialMeasure(claim, in: scenario)
    else { return verdict }
    if trials == nil { trials = Trials(scenario) }
    guard
      let trial = verdict.witness?.trial
        ?? trials?.first(upTo: trialsMax, interruption: interruption, where: measure.isBad)
    else { return verdict }
    var illustrated = verdict
    illustrated.witness = Verdict.Witness(
      trial: trial, proposal: trials?.firstProposal(of: trial, where: measure.isBad))
    return illustrated
  }
}
