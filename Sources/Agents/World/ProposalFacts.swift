import Consensus
import Simulation

/// What a proposal is about, and whether the facts call for it: the truth that no protocol sees.
public struct ProposalFacts: Sendable {
  /// Its number in the workload, from 1; for the proposal of a flooding voter, that of the latest
  /// one.
  public let number: Int
  /// Whether the workload opened it, and not a flooding voter.
  public let isOfWorkload: Bool
  /// Whether the facts call for the action.
  public let isWarranted: Bool
  /// The index of its action in the workload.
  public let action: Int
  /// The worker that it is aimed at, counted from 0.
  public let target: Int
  /// The voter who opened it.
  public let proposer: Int
  /// When it was opened.
  public let openedAt: VirtualTime
  /// When the coordinator tallies at the latest.
  public let deadline: VirtualTime

  /// Its part in the names of random streams, which is the same whatever else is opened.
  let streamNumber: Int

  /// The vote that the facts call for.
  public var rightVote: VoteValue { isWarranted ? .approve : .reject }

  /// The vote against the facts.
  public var wrongVote: VoteValue { isWarranted ? .reject : .approve }

  /// The decision that the facts call for.
  public var rightDecision: Decision { isWarranted ? .approved : .rejected }

  /// The decision against the facts.
  public var wrongDecision: Decision { isWarranted ? .rejected : .approved }

  /// The last moment before the deadline, when last movers act.
  public var lastMoment: VirtualTime { max(openedAt, deadline - Nanoseconds(1)) }
}
