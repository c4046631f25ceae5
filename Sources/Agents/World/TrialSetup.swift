import Consensus
import Simulation

/// What all trials of a cell have in common: rules, network and workload.
public struct TrialSetup: Sendable {
  /// The seed of all random draws.
  public let seed: UInt64
  /// The rules by which every ballot box decides.
  public let rules: VotingRules
  /// Whether each honest voter has its own ballot box, instead of a single one for all.
  public let isReplicated: Bool
  /// What carries votes to the ballot boxes.
  public let network: Network
  /// The proposals that are opened.
  public let workload: Workload
  /// How long after its opening a proposal expires; nil for never.
  public let expiry: Nanoseconds?
  /// Draws the index of the action of each proposal.
  let actions: DiscreteDistribution
  /// Whether each of the actions needs the supermajority.
  let isCritical: [Bool]
  /// The probability that the facts call for the action.
  let warranted: Probability

  /// A setup; the values are not checked.
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
