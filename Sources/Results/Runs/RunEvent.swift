import Reports

/// What happens while a scenario is run.
///
/// The last event says how it ended: `finished`, `interrupted` or `failed`.
public enum RunEvent: Sendable {
  /// More units are done, or were done before.
  case progress(RunProgress)
  /// All units are done, and what they came to is about to be written.
  case computed(RunLog)
  /// What was asked for is there; a shard has no summary of its own.
  case finished(Summary?)
  /// The run was stopped; what is done is kept, and another run goes on from there.
  case interrupted(RunProgress)
  /// Something could not be read or written.
  case failed(ResultError)
}
