import Text

/// Who decides the latency of messages; raw values are the words of scenarios.
public enum SchedulerKind: String, ExplainedWord, Hashable {
  case fair
  case adversarial

  /// How long messages travel.
  public var meaning: String {
    switch self {
    case .fair: "Messages travel as long as the network's latency says."
    case .adversarial:
      """
      Faulty votes arrive at once; honest ones are held back for `max_delay` more than the network's \
      latency says.
      """
    }
  }
}
