/// A set of members of a network, by their numbers from 0.
public struct MemberSet: Hashable, Sendable {
  /// One flag for each member, so a lookup takes the same time for any number of members.
  private let flags: [Bool]

  /// The set of the members with these numbers.
  public init(_ members: some Sequence<Int>) {
    var flags: [Bool] = []
    for member in members {
      if member >= flags.count {
        flags.append(contentsOf: repeatElement(false, count: member + 1 - flags.count))
      }
      flags[member] = true
    }
    self.flags = flags
  }

  /// Whether a member is in the set.
  ///
  /// - Complexity: O(1).
  public func contains(_ member: Int) -> Bool {
    member < flags.count && flags[member]
  }
}
