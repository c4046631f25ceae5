import Detection
import Metrics
import TestSupport

/// A cell and some trials of it, made up: whatever the protocol does, metrics only see counts.
struct MadeUpCell {
  let scope: MetricScope
  let trials: [TrialScore]

  /// What is counted of the trials.
  var counts: CellCounts { Self.counts(of: trials) }

  /// What is counted of some trials.
  static func counts(of trials: [TrialScore]) -> CellCounts {
    var counts = CellCounts()
    for var trial in trials { counts.add(&trial) }
    return counts
  }
}

extension Draw {
  /// A cell with so many trials, each looked at by two detectors.
  func cell(trials: ClosedRange<Int> = 1...6) -> MadeUpCell {
    let voters = int(in: 1...9)
    let scope = MetricScope(
      isReplicated: bool(), voters: voters, honestVoters: int(in: 0...voters),
      proposals: int(in: 1...40), outcomesPerTrialMax: 200, deadline: 8e9, costMax: 2.5)
    let truth = truth()
    let kinds = element(weighted: [
      (5, (warranted: true, unwarranted: true)), (1, (true, false)), (1, (false, true)),
      (1, (false, false)),
    ])
    return MadeUpCell(
      scope: scope, trials: array(trials) { $0.trial(in: scope, truth, of: kinds) })
  }

  /// A trial in which nothing goes together but what has to.
  private func trial(
    in scope: MetricScope, _ truth: BlocTruth, of kinds: (warranted: Bool, unwarranted: Bool)
  ) -> TrialScore {
    var trial = TrialScore()
    if kinds.warranted { trial.counts.outcomes.warranted = row() }
    if kinds.unwarranted { trial.counts.outcomes.unwarranted = row() }
    let total = trial.counts.outcomes.total
    trial.counts.proposals = int(in: 0...total)
    trial.counts.disagreements = int(in: 0...trial.counts.proposals)
    trial.counts.participants = int(in: 0...total * scope.voters)
    trial.counts.harm = int(in: 0...total * TrialCounts.millionths(of: scope.costMax))
    trial.counts.forgedVotesAccepted = int(in: 0...99)
    trial.counts.votesRefused = int(in: 0...99)
    trial.counts.proposalsRefused = int(in: 0...99)
    steps(0...6) { trial.add(latency: Int64($0.int(in: 0...Int(scope.deadline)))) }
    trial.blocs = (0..<2).map { _ in blocTrial(truth, in: scope) }
    return trial
  }

  private func row() -> OutcomeCounts.Row {
    var row = OutcomeCounts.Row()
    (row.approved, row.rejected, row.undecided) = (
      int(in: 0...9), int(in: 0...9), int(in: 0...9)
    )
    return row
  }

  private static let voterCount = 6

  private func truth() -> BlocTruth {
    BlocTruth(
      (0..<Self.voterCount).map { _ in
        element(weighted: [(3, .honest), (2, .group(1)), (1, .group(2)), (1, .alone)])
      })
  }

  /// What a detector that guesses makes of a trial.
  private func blocTrial(_ truth: BlocTruth, in scope: MetricScope) -> BlocTrial {
    let guess = truth.blocs + [[0, 1], [2, 3, 4]]
    var scores = PairTable(voterCount: Self.voterCount)
    for (a, b) in scores.pairs { scores[a, b] = Double(int(in: 0...2)) }
    let findings = Findings(
      blocs: (bool() ? truth.blocs : subset(of: guess)).map { Bloc(members: $0, score: 1) },
      pairScores: scores)
    let score = BlocScore(findings, truth: truth)
    let prefixes = DetectionTime.prefixes(of: scope.proposals)
    return BlocTrial(
      score, isRecoveredByOracle: score.hasBloc && bool(),
      firstExactPrefix: score.hasBloc && score.isExact ? int(in: 0...prefixes.count - 1) : nil)
  }
}
