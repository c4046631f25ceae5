import JSON
import Simulation

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
        "scheduler", \.scheduler, .word,
        "adversarial: faulty votes travel at once, honest ones as long as allowed."),
      .optional(
        "max_delay", \.delayMax, .delay,
        "The seconds for which an adversarial scheduler may hold honest messages back."),
    ],
    requirements: [
      Requirement(
        key: "max_delay", decider: "scheduler", words: [SchedulerKind.adversarial.rawValue])
    ])
}

extension PartitionSpecification {
  /// A cut.
  static let form = Form.record(
    PartitionSpecification(),
    [
      .required("from", \.start, .time, "The first second of the cut, from the trial's start."),
      .required("to", \.end, .time, "The second at which messages pass again."),
      .required(
        "groups", \.groups, Form<[String]>.list(of: .text, countMin: 1).unique(),
        "The names of the groups that are cut off from the rest."),
      .init("drop", \.drop, .flag, "Whether messages are lost instead of waiting for the end."),
    ]
  ).checked { cursor, partition in
    if partition.start > partition.end {
      cursor.report("'from' is later than 'to'; it must not be")
    }
  }
}
