/// A time during which no message passes between a group of members and the rest.
public struct Partition: Hashable, Sendable {
  /// The first instant at which the group is cut off.
  public let start: VirtualTime

  /// The first instant at which messages pass again.
  public let end: VirtualTime

  /// Those on one side of the cut.
  public let group: MemberSet

  /// Whether messages sent across the cut are lost, instead of waiting for its end.
  public let drops: Bool

  /// Cuts a group off from `start` until `end`.
  public init(from start: VirtualTime, to end: VirtualTime, group: MemberSet, drops: Bool = false) {
    precondition(start <= end, "a partition does not end before it starts")
    self.start = start
    self.end = end
    self.group = group
    self.drops = drops
  }

  /// Whether a message that sets out at `time` meets the cut.
  func separates(_ sender: Int, from receiver: Int, at time: VirtualTime) -> Bool {
    time >= start && time < end && group.contains(sender) != group.contains(receiver)
  }
}
