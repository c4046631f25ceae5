/// Who decides the latency of messages; raw values are the words of scenarios.
public enum SchedulerKind: String, CaseIterable, Hashable, Sendable {
  case fair
  /// Faulty votes arrive at once, and honest votes as late as allowed.
  case adversarial
}
