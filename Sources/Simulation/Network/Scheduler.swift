/// Who decides how long messages travel.
public enum Scheduler: Hashable, Sendable {
  /// Random draws from the latency of the network.
  case fair

  /// An adversary: messages of favoured members arrive at once; all others are held back as long as
  /// allowed, on top of the latency that the network draws for them.
  case adversarial(delayMax: Nanoseconds, favoured: MemberSet)
}
