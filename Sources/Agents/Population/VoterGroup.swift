import Simulation

/// A number of voters who are alike.
public struct VoterGroup: Hashable, Sendable {
  /// The name, from which the voters have their ids.
  public internal(set) var name: String
  /// What kind of voters they are.
  public internal(set) var role: Role
  /// How many they are; possibly none.
  public internal(set) var count: Int
  /// What each one's vote weighs.
  public internal(set) var weight: Double
  /// The time from a proposal's opening until a voter has made up its mind.
  ///
  /// Nil only for faulty voters: they need none, and their messages take no time and are never
  /// lost. With a latency of their own, the network treats them like everyone.
  public internal(set) var latency: Distribution?

  /// A group whose every number is in range; traps otherwise.
  ///
  /// Where no latency is given, voters who are not faulty make up their minds at once.
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

  /// The same group of another number of voters; traps where something is out of range.
  package func counting(_ count: Int) -> VoterGroup {
    var group = self
    group.count = count
    group.requireInRange()
    return group
  }

  private func requireInRange() {
    precondition(!name.isEmpty, "a group has a name")
    precondition(count >= 0, "the count of a group is not negative")
    precondition(weight > 0 && weight.isFinite, "a weight is positive and finite")
    role.requireInRange()
  }

  /// The id of one of the voters, counted from 1.
  public func voterID(_ number: Int) -> String {
    precondition(
      number >= 1 && number <= count, "the voter is in the group")
    return "\(name)-\(number)"
  }

  /// The ids of all voters: `NAME-1`, `NAME-2` and so on.
  public var voterIDs: [String] { (0..<count).map { "\(name)-\($0 + 1)" } }

  /// The number, from 1, that an id gives to a voter of a group; nil where it is another's id.
  public static func number(inID id: String, ofGroup name: String) -> Int? {
    let prefix = name + "-"
    guard id.hasPrefix(prefix) else { return nil }
    let digits = id.dropFirst(prefix.count)
    guard let number = Int(digits), number >= 1, String(number) == digits else { return nil }
    return number
  }
}
