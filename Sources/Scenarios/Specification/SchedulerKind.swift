/// What kind of scheduler decides how long messages travel; raw values are the words of scenarios.
public enum SchedulerKind: String, CaseIterable, Hashable, Sendable {
  case fair
  /// Faulty votes travel at once, honest ones are held back as long as allowed.
  case adversarial
}
