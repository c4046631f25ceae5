import Forms
import JSON
import Simulation

/// A time during which some groups, given by name, are cut off from the others.
public struct PartitionSpecification: Hashable, Sendable {
  /// The first instant of the cut.
  public internal(set) var start = VirtualTime.start
  /// The first instant after it.
  public internal(set) var end = VirtualTime.start
  /// The names of the groups that are cut off.
  public internal(set) var groups: [String] = []
  /// Whether messages are lost, instead of arriving after the end.
  public internal(set) var drop = false
}

extension PartitionSpecification {
  static let form = Form.record(
    PartitionSpecification(),
    [
      .required(
        "from", \.start, .time, "When the cut begins, in seconds from the start of the trial."),
      .required(
        "to", \.end, .time, "When messages pass again, in seconds from the start of the trial."),
      .required(
        "groups", \.groups, Form<[String]>.list(of: .text, countMin: 1).unique(),
        "The names of the groups that are cut off from the others."),
      .init("drop", \.drop, .flag, "Whether messages are lost; if not, they arrive after the cut."),
    ]
  ).checked { cursor, partition in
    if partition.start > partition.end {
      cursor.report("'from' is later than 'to'; it must be at most 'to'")
    }
  }
}
