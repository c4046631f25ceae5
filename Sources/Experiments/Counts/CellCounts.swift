import Detection
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
  /// What each detector made of the votes; none before a trial is counted.
  public internal(set) var blocs: [BlocScoreSums] = []

  /// A cost in the coin in which harm is counted.
  static func millionths(of cost: Double) -> Int { Int((cost * 1e6).rounded()) }

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
    if blocs.isEmpty {
      blocs = other.blocs
    } else {
      for (index, sums) in other.blocs.enumerated() { blocs[index].merge(sums) }
    }
  }
}
