import Simulation

/// The voters, in groups, numbered from 0 in the order of the groups.
public struct Electorate: Sendable {
  /// A group of voters with the same behaviour.
  public struct Group: Sendable {
    /// The name of the group.
    public let name: String
    /// The index among the groups.
    public let index: Int
    /// The numbers of its voters.
    public let members: Range<Int>
    /// How long a member takes to decide; nil for faulty voters, who need no time and bypass the
    /// network.
    public let latency: Distribution?

    /// A group with the numbers of its voters.
    public init(name: String, index: Int, members: Range<Int>, latency: Distribution?) {
      self.name = name
      self.index = index
      self.members = members
      self.latency = latency
    }
  }

  /// The groups.
  public let groups: [Group]
  /// The number of voters.
  public let voterCount: Int
  /// The voters who are honest.
  public let honestVoters: [Int]
  /// The voters who are not faulty: honest ones, and absent ones who are honest when they take
  /// part.
  public let nonFaultyVoters: [Int]
  /// The voters who open the proposals of the workload in turns: all except absent ones.
  public let proposers: [Int]

  /// The electorate of some groups, in their order.
  public init(_ population: [VoterGroup]) {
    var groups: [Group] = []
    var voterCount = 0
    var honestVoters: [Int] = []
    var nonFaultyVoters: [Int] = []
    var proposers: [Int] = []
    for group in population {
      let members = voterCount..<voterCount + group.count
      voterCount = members.upperBound
      groups.append(
        Group(name: group.name, index: groups.count, members: members, latency: group.latency))
      if group.role.kind == .honest { honestVoters += members }
      if !group.role.isFaulty { nonFaultyVoters += members }
      if group.role.kind != .absent { proposers += members }
    }
    self.groups = groups
    self.voterCount = voterCount
    self.honestVoters = honestVoters
    self.nonFaultyVoters = nonFaultyVoters
    self.proposers = proposers
  }

  /// The number of the voter with an id such as `ring-2`; nil if there is none.
  func voter(withID id: String) -> Int? {
    for group in groups {
      guard let number = VoterGroup.number(inID: id, ofGroup: group.name) else { continue }
      if number <= group.members.count { return group.members.lowerBound + number - 1 }
    }
    return nil
  }
}
