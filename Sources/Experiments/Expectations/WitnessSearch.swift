import Scenarios

/// Finds for failed expectations a trial, and the proposal in it, that show what went wrong.
struct WitnessSearch: ~Copyable {
  private let scenario: Scenario
  private let trialsMax: Int
  private let interruption: Interruption
  private var trials: Trials?

  /// What is not found within so many trials is too rare to be waited for.
  private static let trialsMax = 10_000

  init(_ scenario: Scenario, trialsMax: Int, interruption: Interruption) {
    self.scenario = scenario
    self.trialsMax = min(trialsMax, Self.trialsMax)
    self.interruption = interruption
    trials = nil
  }

  /// A verdict with its witness, if it needs one and there is one.
  ///
  /// Where a verdict was reached without trials, they are run now, for nothing but to be shown.
  mutating func illustrated(_ verdict: Verdict) -> Verdict {
    guard verdict.outcome == .fail,
      let measure = TrialMeasure(verdict.expectation, in: scenario)
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
