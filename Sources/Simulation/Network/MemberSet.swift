/// A set of members of a network, each named by its number from 0.
public struct MemberSet: Hashable, Sendable {
  /// One flag a member: asking is one look, whatever the number of members.
  private let flags: [Bool]

  /// Creates the set of the members with given numbers.
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

  /// Whether a member is in the set; numbers beyond its last member are not.
  ///
  /// - Complexity: O(1).
  public func contains(_ member: Int) -> Bool {
    member < flags.count && flags[member]
  }
}
