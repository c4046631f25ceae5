/// A time during which no message passes between a group of members and the others.
public struct Partition: Hashable, Sendable {
  /// The first instant at which the group is cut off.
  public let start: VirtualTime

  /// The first instant at which messages pass again.
  public let end: VirtualTime

  /// The members on one side of the cut.
  public let group: MemberSet

  /// Whether messages across the cut are lost, instead of waiting for its end.
  public let drops: Bool

  /// A partition from `start` until `end`; traps if it ends before it starts.
  public init(from start: VirtualTime, to end: VirtualTime, group: MemberSet, drops: Bool = false) {
    precondition(start <= end, "a partition does not end before it starts")
    self.start = start
    self.end = end
    self.group = group
    self.drops = drops
  }

  /// Whether a message sent at `time` meets the cut.
  func separates(_ sender: Int, from receiver: Int, at time: VirtualTime) -> Bool {
    time >= start && time < end && group.contains(sender) != group.contains(receiver)
  }
}
