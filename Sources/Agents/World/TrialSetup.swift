import Consensus
import Simulation

/// What is the same in all trials of one cell: rules, network and work to do.
public struct TrialSetup: Sendable {
  /// The seed of all chance.
  public let seed: UInt64
  /// The rules by which every ballot box decides.
  public let rules: VotingRules
  /// Whether each honest voter keeps a ballot box of its own, instead of one that all trust.
  public let isReplicated: Bool
  /// What carries votes to the ballot boxes.
  public let network: Network
  /// The proposals to be opened.
  public let workload: Workload
  /// How long after its opening a proposal expires; nil for never.
  public let expiry: Nanoseconds?
  /// Which of the workload's actions each proposal asks for.
  let actions: DiscreteDistribution
  /// Whether each of the actions needs the supermajority.
  let isCritical: [Bool]
  /// How likely the facts call for the action.
  let warranted: Probability

  /// A setup of these parts.
  public init(
    seed: UInt64, rules: VotingRules, isReplicated: Bool, network: Network, workload: Workload,
    expiry: Nanoseconds?
  ) {
    self.seed = seed
    self.rules = rules
    self.isReplicated = isReplicated
    self.network = network
    self.workload = workload
    self.expiry = expiry
    actions = DiscreteDistribution(weights: workload.actions.map(\.weight))
    isCritical = workload.actions.map { ProposalAction.isCritical($0.name) }
    warranted = Probability(workload.warranted)
  }
}
