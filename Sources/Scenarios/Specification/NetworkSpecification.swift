import Simulation

/// What lies between the voters and the ballot box, or between one another.
public struct NetworkSpecification: Hashable, Sendable {
  /// How long a message travels.
  public internal(set) var latency = Distribution.constant(.zero)
  /// The probability that a message is lost.
  public internal(set) var loss = 0.0
  /// The probability that a message arrives twice.
  public internal(set) var duplication = 0.0
  /// When groups are cut off.
  public internal(set) var partitions: [PartitionSpecification] = []
  /// Who decides how long messages travel.
  public internal(set) var scheduler = SchedulerKind.fair
  /// How long an adversary may hold honest messages back; there if it is the scheduler.
  public internal(set) var delayMax: Nanoseconds?
}
