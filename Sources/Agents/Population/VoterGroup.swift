import Simulation

/// A number of voters with the same role, weight and latency.
public struct VoterGroup: Hashable, Sendable {
  /// The name, from which the ids of the voters are made.
  public internal(set) var name: String
  /// The kind of the voters and its parameters.
  public internal(set) var role: Role
  /// The number of voters, which may be 0.
  public internal(set) var count: Int
  /// The weight of each voter's vote.
  public internal(set) var weight: Double
  /// The time that a voter takes to decide, from the opening of a proposal.
  ///
  /// Nil only for faulty voters: their messages take no time and are never lost. With a latency,
  /// their messages go through the network like all others.
  public internal(set) var latency: Distribution?

  /// A group; traps if a number is out of range.
  ///
  /// Without a latency, voters who are not faulty decide at once.
  public init(
    name: String, role: Role, count: Int, weight: Double = 1, latency: Distribution? = nil
  ) {
    self.name = name
    self.role = role
    self.count = count
    self.weight = weight
    self.latency = latency ?? role.standardLatency
    requireInRange()
  }

  /// The same group with another number of voters; traps if it is out of range.
  package func counting(_ count: Int) -> VoterGroup {
    var group = self
    group.count = count
    group.requireInRange()
    return group
  }

  /// The same group with another name; traps if it is empty.
  package func named(_ name: String) -> VoterGroup {
    var group = self
    group.name = name
    group.requireInRange()
    return group
  }

  private func requireInRange() {
    precondition(!name.isEmpty, "a group has a name")
    precondition(count >= 0, "the count of a group is not negative")
    precondition(weight > 0 && weight.isFinite, "a weight is positive and finite")
    role.requireInRange()
  }

  /// The id of a voter, counted from 1.
  public func voterID(_ number: Int) -> String {
    precondition(
      number >= 1 && number <= count, "the voter is in the group")
    return "\(name)-\(number)"
  }

  /// The ids of all voters: `NAME-1`, `NAME-2` and so on.
  public var voterIDs: [String] { (0..<count).map { "\(name)-\($0 + 1)" } }

  /// The number, from 1, of the voter of this group with this id; nil if there is none.
  public static func number(inID id: String, ofGroup name: String) -> Int? {
    let prefix = name + "-"
    guard id.hasPrefix(prefix) else { return nil }
    let digits = id.dropFirst(prefix.count)
    guard let number = Int(digits), number >= 1, String(number) == digits else { return nil }
    return number
  }
}
