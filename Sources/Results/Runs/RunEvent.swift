import Reports

/// An event of a run.
///
/// The last event is `finished`, `interrupted` or `failed`.
public enum RunEvent: Sendable {
  /// More units are done, or were done by an earlier run.
  case progress(RunProgress)
  /// All units are done, and the output will be written.
  case computed(RunLog)
  /// The output is complete; a shard has no summary.
  case finished(Summary?)
  /// The run was stopped; finished units are kept, and another run continues.
  case interrupted(RunProgress)
  /// Reading or writing failed.
  case failed(ResultError)
}
