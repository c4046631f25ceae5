import Consensus
import Simulation

/// What a proposal is about, and whether the facts call for it: the truth that no protocol sees.
public struct ProposalFacts: Sendable {
  /// Its place in the workload, from 1; of a flooding voter's proposal, that of the latest one.
  public let number: Int
  /// Whether the workload opened it, and not a flooding voter.
  public let isOfWorkload: Bool
  /// Whether the facts call for the action.
  public let isWarranted: Bool
  /// Which of the workload's actions it asks for.
  public let action: Int
  /// Which worker it is aimed at, counted from 0.
  public let target: Int
  /// Who opened it.
  public let proposer: Int
  /// When it was opened.
  public let openedAt: VirtualTime
  /// When the coordinator tallies it at the latest.
  public let deadline: VirtualTime

  /// The proposal's part in the names of random streams, the same whatever was opened besides it.
  let streamNumber: Int

  /// The vote that the facts call for.
  public var rightVote: VoteValue { isWarranted ? .approve : .reject }

  /// The vote against the facts.
  public var wrongVote: VoteValue { isWarranted ? .reject : .approve }

  /// The decision that the facts call for.
  public var rightDecision: Decision { isWarranted ? .approved : .rejected }

  /// The decision against the facts.
  public var wrongDecision: Decision { isWarranted ? .rejected : .approved }

  /// The last moment before the deadline, when those act who want the last word.
  public var lastMoment: VirtualTime { max(openedAt, deadline - Nanoseconds(1)) }
}
