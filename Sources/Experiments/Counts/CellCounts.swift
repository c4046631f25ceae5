import Statistics

/// Everything counted over the trials of one cell: exact whole numbers that add up in any order.
public struct CellCounts: Sendable, Equatable {
  /// How many trials were counted.
  public internal(set) var trials = 0
  /// How the proposals ended.
  public internal(set) var endings = Endings()
  /// Approved unwarranted proposals among the unwarranted.
  public internal(set) var falseApprovals = ClusteredRate()
  /// Rejected warranted proposals among the warranted.
  public internal(set) var falseRejections = ClusteredRate()
  /// Proposals neither approved nor rejected among all.
  public internal(set) var quorumFailures = ClusteredRate()
  /// Proposals decided as the facts called for among all.
  public internal(set) var correctDecisions = ClusteredRate()
  /// Proposals that two honest replicas decided differently among all.
  public internal(set) var disagreements = ClusteredRate()
  /// Trials with a false approval.
  public internal(set) var unsafeTrials = 0
  /// Nanoseconds from opening to decision, over approved and rejected proposals.
  public internal(set) var latency = ClusteredMean()
  /// The same, for percentiles.
  public internal(set) var latencyPercentiles = ClusteredPercentiles()
  /// Approving and rejecting votes, over all proposals.
  public internal(set) var participation = ClusteredMean()
  /// Harm in millionths, over all proposals.
  public internal(set) var harm = ClusteredMean()
  /// Votes accepted in the name of somebody who had not sent them.
  public internal(set) var forgedVotesAccepted = 0
  /// Votes that were refused.
  public internal(set) var votesRefused = 0
  /// Proposals that were refused.
  public internal(set) var proposalsRefused = 0

  /// Nothing counted yet.
  public init() {}

  /// Adds the counts of other trials.
  public mutating func merge(_ other: CellCounts) {
    trials += other.trials
    endings.merge(other.endings)
    falseApprovals.merge(other.falseApprovals)
    falseRejections.merge(other.falseRejections)
    quorumFailures.merge(other.quorumFailures)
    correctDecisions.merge(other.correctDecisions)
    disagreements.merge(other.disagreements)
    unsafeTrials += other.unsafeTrials
    latency.merge(other.latency)
    latencyPercentiles.merge(other.latencyPercentiles)
    participation.merge(other.participation)
    harm.merge(other.harm)
    forgedVotesAccepted += other.forgedVotesAccepted
    votesRefused += other.votesRefused
    proposalsRefused += other.proposalsRefused
  }
}

/// How proposals ended, by what the facts called for; in replicated mode once for each honest
/// replica.
public struct Endings: Sendable, Equatable {
  /// How proposals of one kind ended.
  public struct Row: Sendable, Equatable {
    /// How many were approved.
    public internal(set) var approved = 0
    /// How many were rejected.
    public internal(set) var rejected = 0
    /// How many were neither.
    public internal(set) var undecided = 0

    /// How many there were.
    public var total: Int { approved + rejected + undecided }

    mutating func merge(_ other: Row) {
      approved += other.approved
      rejected += other.rejected
      undecided += other.undecided
    }
  }

  /// Where the facts called for the action.
  public internal(set) var warranted = Row()
  /// Where they did not.
  public internal(set) var unwarranted = Row()

  /// How many there were of both kinds.
  public var total: Int { warranted.total + unwarranted.total }

  mutating func merge(_ other: Endings) {
    warranted.merge(other.warranted)
    unwarranted.merge(other.unwarranted)
  }
}
