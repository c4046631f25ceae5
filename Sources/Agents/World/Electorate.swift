import Simulation

/// Who votes: groups of voters, numbered through from 0 in the order of the groups.
public struct Electorate: Sendable {
  /// One group of voters who behave alike.
  public struct Group: Sendable {
    /// Its place among the groups.
    public let index: Int
    /// The numbers of its voters.
    public let members: Range<Int>
    /// How long a member takes to make up its mind; nil for the faulty who need no time at all and
    /// whose messages are beyond the network.
    public let latency: Distribution?

    /// A group.
    public init(index: Int, members: Range<Int>, latency: Distribution?) {
      self.index = index
      self.members = members
      self.latency = latency
    }
  }

  /// The groups.
  public let groups: [Group]
  /// Whether each voter is honest.
  public let isHonest: [Bool]
  /// The voters who are not faulty: the honest and those who are honest when they are there.
  public let loyalVoters: [Int]
  /// The voters who open the docket's proposals in turns: all who are not absent.
  public let proposers: [Int]

  /// The number of voters.
  public var voterCount: Int { isHonest.count }

  /// The voters who are honest.
  public var honestVoters: [Int] { isHonest.indices.filter { isHonest[$0] } }

  /// The electorate of some groups that follow one another.
  public init(_ population: [VoterGroup]) {
    var groups: [Group] = []
    var isHonest: [Bool] = []
    var loyalVoters: [Int] = []
    var proposers: [Int] = []
    for group in population {
      let members = isHonest.count..<isHonest.count + group.count
      groups.append(Group(index: groups.count, members: members, latency: group.latency))
      isHonest += Array(repeating: group.role.kind == .honest, count: group.count)
      if !group.role.isFaulty { loyalVoters += members }
      if group.role.kind != .absent { proposers += members }
    }
    self.groups = groups
    self.isHonest = isHonest
    self.loyalVoters = loyalVoters
    self.proposers = proposers
  }
}
