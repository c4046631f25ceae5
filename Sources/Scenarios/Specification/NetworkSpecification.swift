import Forms
import JSON
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

extension NetworkSpecification {
  /// What carries the messages.
  static let form = Form.record(
    NetworkSpecification(),
    [
      .init("latency", \.latency, .distribution, "The seconds a message travels."),
      .init("loss", \.loss, .probability, "The probability that a message is lost."),
      .init(
        "duplication", \.duplication, .probability,
        "The probability that a message arrives twice."),
      .init(
        "partitions", \.partitions, .list(of: PartitionSpecification.form),
        "When groups are cut off."),
      .init(
        "scheduler", \.scheduler, .explainedWord, "Who decides how long messages travel."),
      .optional(
        "max_delay", \.delayMax, .delay,
        "The seconds for which an adversarial scheduler may hold honest messages back."),
    ],
    requirements: [
      Requirement(
        key: "max_delay", decider: "scheduler", words: [SchedulerKind.adversarial.rawValue])
    ])
}
