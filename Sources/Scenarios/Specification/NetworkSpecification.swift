import Forms
import JSON
import Simulation

/// The network between the voters and the ballot box, or between voters.
public struct NetworkSpecification: Hashable, Sendable {
  /// The latency of a message.
  public internal(set) var latency = Distribution.constant(.zero)
  /// The probability that a message is lost.
  public internal(set) var loss = 0.0
  /// The probability that a message arrives twice.
  public internal(set) var duplication = 0.0
  /// The times when groups are cut off.
  public internal(set) var partitions: [PartitionSpecification] = []
  /// Whether latencies are random or chosen by an adversary.
  public internal(set) var scheduler = SchedulerKind.fair
  /// The longest time that an adversary may delay honest messages; required with that scheduler.
  public internal(set) var delayMax: Nanoseconds?
}

extension NetworkSpecification {
  /// The form of the network.
  static let form = Form.record(
    NetworkSpecification(),
    [
      .init("latency", \.latency, .distribution, "The seconds that a message takes."),
      .init("loss", \.loss, .probability, "The probability that a message is lost."),
      .init(
        "duplication", \.duplication, .probability,
        "The probability that a message arrives twice."),
      .init(
        "partitions", \.partitions, .list(of: PartitionSpecification.form),
        "When groups are cut off from the others."),
      .init(
        "scheduler", \.scheduler, .explainedWord, "Who decides how long messages travel."),
      .optional(
        "max_delay", \.delayMax, .delay,
        "The seconds by which an adversarial scheduler may delay honest messages."),
    ],
    requirements: [
      Requirement(
        key: "max_delay", decider: "scheduler", words: [SchedulerKind.adversarial.rawValue])
    ])
}
