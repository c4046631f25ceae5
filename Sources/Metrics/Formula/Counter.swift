import Detection

/// Something that is counted in each trial and added up.
public struct Counter<Trial: ScoredTrial>: Sendable {
  /// The name of the number where counts are written down.
  public let key: String
  /// How often it occurs in a trial.
  public let count: @Sendable (Trial.Counts) -> Int

  /// How often it occurs in many trials together.
  let countOfAll: @Sendable (UnsafeBufferPointer<Trial.Counts>) -> Int

  /// A number of this name; inlined for the reason that a ``Quotient`` is.
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
