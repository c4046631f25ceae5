/// Who decides how long messages travel.
public enum Scheduler: Hashable, Sendable {
  /// Chance does: the network's latency.
  case fair

  /// An adversary does: messages of favoured members travel at once, all others as long as allowed.
  case adversarial(delayMax: Nanoseconds, favoured: MemberSet)
}
