import Consensus
import Simulation

/// What is the same in all trials of one cell: rules, network and work to do.
public struct Setting: Sendable {
  /// The seed of all chance.
  public let seed: UInt64
  /// The rules by which every ballot box decides.
  public let rules: VotingRules
  /// Whether each honest voter keeps a ballot box of its own, instead of one that all trust.
  public let isReplicated: Bool
  /// What carries votes to the ballot boxes.
  public let network: Network
  /// The proposals to be opened.
  public let docket: Docket

  /// A setting.
  public init(
    seed: UInt64, rules: VotingRules, isReplicated: Bool, network: Network, docket: Docket
  ) {
    self.seed = seed
    self.rules = rules
    self.isReplicated = isReplicated
    self.network = network
    self.docket = docket
  }
}

/// The proposals that a trial opens, and when each is tallied.
public struct Docket: Sendable {
  /// When the coordinator tallies, at the deadline at the latest; raw values are the words of
  /// scenarios.
  public enum TallyTime: String, CaseIterable, Hashable, Sendable {
    case deadline
    /// As soon as the quorum is there.
    case quorum
    /// As soon as everyone has voted.
    case all
  }

  /// How many proposals are opened.
  public let proposalCount: Int
  /// The time between two openings.
  public let interval: Distribution
  /// Which action each proposal asks for.
  public let actions: DiscreteDistribution
  /// Whether each of the actions needs the supermajority.
  public let isCritical: [Bool]
  /// How likely the facts call for the action.
  public let warranted: Probability
  /// How many workers there are to aim at.
  public let targetCount: Int
  /// How long after its opening a proposal is tallied.
  public let deadline: Nanoseconds
  /// When the coordinator tallies.
  public let tallyTime: TallyTime
  /// How long after its opening a proposal expires; nil for never.
  public let expiry: Nanoseconds?

  /// A docket.
  public init(
    proposalCount: Int, interval: Distribution, actions: DiscreteDistribution, isCritical: [Bool],
    warranted: Probability, targetCount: Int, deadline: Nanoseconds, tallyTime: TallyTime,
    expiry: Nanoseconds?
  ) {
    self.proposalCount = proposalCount
    self.interval = interval
    self.actions = actions
    self.isCritical = isCritical
    self.warranted = warranted
    self.targetCount = targetCount
    self.deadline = deadline
    self.tallyTime = tallyTime
    self.expiry = expiry
  }
}
