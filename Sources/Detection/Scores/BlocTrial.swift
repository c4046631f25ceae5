/// What a detector made of one trial.
public struct BlocTrial: Sendable, Equatable {
  /// How well its findings fit the truth.
  public let score: BlocScore
  /// Whether the oracle recovers all true blocs; false without a true bloc.
  public let isRecoveredByOracle: Bool
  /// What ``DetectionTime/firstExactPrefix(of:truth:detector:)`` found; nil without a true
  /// bloc, and where it was not asked.
  public let firstExactPrefix: Int?

  /// A trial's score and what belongs to it.
  public init(_ score: BlocScore, isRecoveredByOracle: Bool, firstExactPrefix: Int?) {
    self.score = score
    self.isRecoveredByOracle = isRecoveredByOracle
    self.firstExactPrefix = firstExactPrefix
  }
}
