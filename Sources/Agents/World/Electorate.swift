import Simulation

/// Who votes: groups of voters, numbered through from 0 in the order of the groups.
public struct Electorate: Sendable {
  /// One group of voters who behave alike.
  public struct Group: Sendable {
    /// Its name.
    public let name: String
    /// Its place among the groups.
    public let index: Int
    /// The numbers of its voters.
    public let members: Range<Int>
    /// How long a member takes to make up its mind; nil for the faulty who need no time at all and
    /// whose messages are beyond the network.
    public let latency: Distribution?

    /// A group.
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
  /// The voters who are not faulty: the honest and those who are honest when they are there.
  public let nonFaultyVoters: [Int]
  /// The voters who open the workload's proposals in turns: all who are not absent.
  public let proposers: [Int]

  /// The electorate of some groups that follow one another.
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

  /// The number of the voter with an id such as `ring-2`; nil where nobody has it.
  func voter(withID id: String) -> Int? {
    for group in groups {
      guard let number = VoterGroup.number(inID: id, ofGroup: group.name) else { continue }
      if number <= group.members.count { return group.members.lowerBound + number - 1 }
    }
    return nil
  }
}
