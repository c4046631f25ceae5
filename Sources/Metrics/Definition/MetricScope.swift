/// What metrics need to know of a cell.
public struct MetricScope: Sendable {
  /// Whether each honest voter keeps a ballot box of its own.
  public let isReplicated: Bool
  /// How many voters there are.
  public let voters: Int
  /// How many of them are honest.
  public let honestVoters: Int
  /// How many proposals the workload has.
  public let proposals: Int
  /// The most outcomes that proposals can have in one trial.
  public let outcomesPerTrialMax: Double
  /// Nanoseconds from opening to the latest decision.
  public let deadline: Double
  /// The highest cost that any outcome can have.
  public let costMax: Double

  /// What is to be known of a cell.
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
