/// Who decides the latency of messages.
public enum Scheduler: Hashable, Sendable {
  /// Random draws from the latency of the network.
  case fair

  /// An adversary: messages of favoured members arrive at once, all others as late as allowed.
  case adversarial(delayMax: Nanoseconds, favoured: MemberSet)
}
