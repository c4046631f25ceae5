import Detection
import Statistics

/// What came of one trial, in whole numbers.
public struct TrialScore: Sendable, Equatable {
  /// How the proposals ended.
  public internal(set) var endings = Endings()
  /// How many proposals there were; in replicated mode, each is counted once.
  public internal(set) var proposals = 0
  /// How many proposals two honest replicas decided differently.
  public internal(set) var disagreements = 0
  /// Nanoseconds from opening to decision of each approved or rejected proposal, in any order.
  public internal(set) var latencies: [Int64] = []
  /// Approving and rejecting votes on all proposals.
  public internal(set) var participants = 0
  /// Harm in millionths.
  public internal(set) var harm = 0
  /// Votes accepted in the name of somebody who had not sent them.
  public internal(set) var forgedVotesAccepted = 0
  /// Votes that were refused.
  public internal(set) var votesRefused = 0
  /// Proposals that were refused.
  public internal(set) var proposalsRefused = 0
  /// What each detector made of the votes.
  public internal(set) var blocs: [BlocTrial] = []

  /// The score of a trial in which nothing has happened.
  init() {}

  /// Nanoseconds from opening to decision of all approved and rejected proposals together.
  public var latencyTotal: Int { latencies.reduce(0) { $0 + Int($1) } }

  /// Forgets the trial and keeps the room it took.
  mutating func reset() {
    var room = latencies
    latencies = []
    room.removeAll(keepingCapacity: true)
    self = TrialScore()
    latencies = room
  }
}

extension CellCounts {
  /// Counts a trial in.
  mutating func add(_ score: inout TrialScore) {
    let (good, bad) = (score.endings.warranted, score.endings.unwarranted)
    let total = score.endings.total
    trials += 1
    endings.merge(score.endings)
    falseApprovals.add(events: bad.approved, of: bad.total)
    falseRejections.add(events: good.rejected, of: good.total)
    quorumFailures.add(events: good.undecided + bad.undecided, of: total)
    correctDecisions.add(events: good.approved + bad.rejected, of: total)
    disagreements.add(events: score.disagreements, of: score.proposals)
    if bad.approved > 0 { unsafeTrials += 1 }
    latency.add(total: score.latencyTotal, count: score.latencies.count)
    latencyPercentiles.add(&score.latencies)
    participation.add(total: score.participants, count: total)
    harm.add(total: score.harm, count: total)
    forgedVotesAccepted += score.forgedVotesAccepted
    votesRefused += score.votesRefused
    proposalsRefused += score.proposalsRefused
    if blocs.isEmpty { blocs = score.blocs.map { _ in BlocScoreSums() } }
    for (index, trial) in score.blocs.enumerated() { blocs[index].add(trial) }
  }
}
