/// The properties of a cell on which metrics depend.
package struct MetricScope: Sendable {
  /// Whether each honest voter has its own ballot box.
  package let isReplicated: Bool
  /// The number of voters.
  package let voters: Int
  /// The number of honest voters.
  package let honestVoters: Int
  /// The number of proposals of the workload.
  package let proposals: Int
  /// The largest number of outcomes of proposals in one trial.
  package let outcomesPerTrialMax: Double
  /// Nanoseconds from opening to the latest possible decision.
  package let deadline: Double
  /// The largest cost of any outcome.
  package let costMax: Double
  /// The possible counts of its trials.
  package let possibleCounts: PossibleCounts

  /// A scope from its parts.
  package init(
    isReplicated: Bool, voters: Int, honestVoters: Int, proposals: Int,
    outcomesPerTrialMax: Double, deadline: Double, costMax: Double,
    possibleCounts: PossibleCounts = PossibleCounts()
  ) {
    self.isReplicated = isReplicated
    self.voters = voters
    self.honestVoters = honestVoters
    self.proposals = proposals
    self.outcomesPerTrialMax = outcomesPerTrialMax
    self.deadline = deadline
    self.costMax = costMax
    self.possibleCounts = possibleCounts
  }
}
