import Simulation

/// A time during which groups, given by their names, are cut off from the rest.
public struct PartitionSpecification: Hashable, Sendable {
  /// The first instant of the cut.
  public internal(set) var start = VirtualTime.start
  /// The first instant after it.
  public internal(set) var end = VirtualTime.start
  /// The names of the groups that are cut off.
  public internal(set) var groups: [String] = []
  /// Whether messages are lost, instead of waiting for the end.
  public internal(set) var drop = false
}
