import Simulation

/// What lies between the voters and the ballot box, or between one another.
public struct NetworkSpecification: Hashable, Sendable {
  /// Who decides how long messages travel; raw values are the words of scenarios.
  public enum Scheduler: String, CaseIterable, Hashable, Sendable {
    case fair
    /// Faulty votes travel at once, honest ones are held back as long as allowed.
    case adversarial
  }

  /// A time during which groups are cut off from the rest.
  public struct Partition: Hashable, Sendable {
    /// The first instant of the cut.
    public internal(set) var start = VirtualTime.start
    /// The first instant after it.
    public internal(set) var end = VirtualTime.start
    /// The names of the groups that are cut off.
    public internal(set) var groups: [String] = []
    /// Whether messages are lost, instead of waiting for the end.
    public internal(set) var drop = false
  }

  /// How long a message travels.
  public internal(set) var latency = Distribution.constant(.zero)
  /// The probability that a message is lost.
  public internal(set) var loss = 0.0
  /// The probability that a message arrives twice.
  public internal(set) var duplication = 0.0
  /// When groups are cut off.
  public internal(set) var partitions: [Partition] = []
  /// Who decides how long messages travel.
  public internal(set) var scheduler = Scheduler.fair
  /// How long an adversary may hold honest messages back; there if it is the scheduler.
  public internal(set) var delayMax: Nanoseconds?
}
