import Detection

/// A number that is counted in each trial and added.
package struct Counter<Trial: ScoredTrial>: Sendable {
  /// The name of the number in stored counts.
  package let key: String
  /// The number in one trial.
  package let count: @Sendable (Trial.Counts) -> Int

  /// The number in many trials together.
  let countOfAll: @Sendable (UnsafeBufferPointer<Trial.Counts>) -> Int

  /// A number with this name; inlined for the same reason as a ``Quotient``.
  @inline(__always)
  init(_ key: String, _ count: @escaping @Sendable (Trial.Counts) -> Int) {
    self.key = key
    self.count = count
    countOfAll = { trials in trials.reduce(0) { $0 + count($1) } }
  }
}

extension Counter<BlocTrial> {
  /// Trials with a true bloc.
  static var trialsWithBloc: Self { Self("trials_with_bloc") { $0.score.hasBloc ? 1 : 0 } }

  /// Trials whose reported blocs are exactly the true ones.
  static var exactTrials: Self { Self("exact_trials") { $0.score.isExact ? 1 : 0 } }
}
