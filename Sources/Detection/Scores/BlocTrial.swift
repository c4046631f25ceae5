/// The result of a detector in one trial.
package struct BlocTrial: Sendable, Equatable {
  /// How well its findings match the truth.
  package let score: BlocScore
  /// Whether the oracle finds all true blocs; false without a true bloc.
  package let isRecoveredByOracle: Bool
  /// The result of ``DetectionTime/firstExactPrefix(of:truth:detector:)``; nil without a true bloc,
  /// or if it was not computed.
  package let firstExactPrefix: Int?

  /// The score of a trial, with the results of oracle and detection time.
  package init(_ score: BlocScore, isRecoveredByOracle: Bool, firstExactPrefix: Int?) {
    self.score = score
    self.isRecoveredByOracle = isRecoveredByOracle
    self.firstExactPrefix = firstExactPrefix
  }
}
