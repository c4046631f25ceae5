/// The properties of a cell on which metrics depend.
public struct MetricScope: Sendable {
  /// Whether each honest voter has its own ballot box.
  public let isReplicated: Bool
  /// The number of voters.
  public let voters: Int
  /// The number of honest voters.
  public let honestVoters: Int
  /// The number of proposals of the workload.
  public let proposals: Int
  /// The largest number of outcomes of proposals in one trial.
  public let outcomesPerTrialMax: Double
  /// Nanoseconds from opening to the latest possible decision.
  public let deadline: Double
  /// The largest cost of any outcome.
  public let costMax: Double

  /// A scope from its parts.
  public init(
    isReplicated: Bool, voters: Int, honestVoters: Int, proposals: Int,
    outcomesPerTrialMax: Double, deadline: Double, costMax: Double
  ) {
    self.isReplicated = isReplicated
    self.voters = voters
    self.honestVoters = honestVoters
    self.proposals = proposals
    self.outcomesPerTrialMax = outcomesPerTrialMax
    self.deadline = deadline
    self.costMax = costMax
  }
}
