import Detection

/// A metric of a cell; raw values are the column names of `summary.csv` and `blocs.csv`.
///
/// A metric is its name here and its definition below. All other code that counts, merges, writes,
/// tests, compares or shows metrics uses the definitions. To add a metric, add a case, at the
/// position of its column, and its definition.
public enum Metric: String, CaseIterable, Hashable, Sendable {
  case falseApprovalRate = "false_approval_rate"
  case falseRejectionRate = "false_rejection_rate"
  case quorumFailureRate = "quorum_failure_rate"
  case correctRate = "correct_rate"
  case unsafeTrialRate = "unsafe_trial_rate"
  case disagreementRate = "disagreement_rate"
  case latencyMean = "latency_mean"
  case latencyP50 = "latency_p50"
  case latencyP95 = "latency_p95"
  case latencyP99 = "latency_p99"
  case participationMean = "participation_mean"
  case forgedVotesAccepted = "forged_votes_accepted"
  case votesRefused = "votes_refused"
  case proposalsRefused = "proposals_refused"
  case expectedHarm = "expected_harm"

  case pairPrecision = "pair_precision"
  case pairRecall = "pair_recall"
  case pairF1 = "pair_f1"
  case exactRecoveryRate = "exact_recovery_rate"
  case falseAlarmRate = "false_alarm_rate"
  case innocentRate = "innocent_rate"
  case adjustedRandIndex = "adjusted_rand_index"
  case auc
  case oracleRatio = "oracle_ratio"
  case proposalsToDetection = "proposals_to_detection"
}

extension Metric {
  /// The definition of the metric.
  public var definition: MetricDefinition {
    switch self {
    // Approved unwarranted proposals ÷ unwarranted proposals.
    case .falseApprovalRate:
      .ofProtocol(
        .rate(
          Quotient("false_approvals", over: .proposals) {
            ($0.outcomes.unwarranted.approved, $0.outcomes.unwarranted.total)
          }),
        worse: .rising, modes: .all, event: .falseApproval, exact: { $0.falseApproval })
    // Rejected warranted proposals ÷ warranted proposals.
    case .falseRejectionRate:
      .ofProtocol(
        .rate(
          Quotient("false_rejections", over: .proposals) {
            ($0.outcomes.warranted.rejected, $0.outcomes.warranted.total)
          }),
        worse: .rising, modes: .all, event: .falseRejection, exact: { $0.falseRejection })
    // Proposals neither approved nor rejected ÷ proposals.
    case .quorumFailureRate:
      .ofProtocol(
        .rate(
          Quotient("quorum_failures", over: .proposals) {
            ($0.outcomes.undecided, $0.outcomes.total)
          }),
        worse: .rising, modes: .all, event: .quorumFailure, exact: { $0.undecided })
    // Correctly decided proposals ÷ proposals.
    case .correctRate:
      .ofProtocol(
        .rate(
          Quotient("correct_decisions", over: .proposals) {
            ($0.outcomes.correct, $0.outcomes.total)
          }),
        worse: .falling, modes: .all, event: nil, exact: { $0.correct })
    // Trials with a false approval ÷ trials.
    case .unsafeTrialRate:
      .ofProtocol(
        .event(
          Counter("unsafe_trials") { $0.outcomes.unwarranted.approved > 0 ? 1 : 0 }, among: .all),
        worse: .rising, modes: .all, event: .falseApproval, exact: { $0.unsafeTrial })
    // Proposals that two honest replicas decided differently ÷ proposals.
    case .disagreementRate:
      .ofProtocol(
        .rate(Quotient("disagreements", over: .proposals) { ($0.disagreements, $0.proposals) }),
        worse: .rising, modes: .replicated, event: .disagreement, exact: nil)
    // Seconds from opening to decision, over approved and rejected proposals.
    case .latencyMean:
      .ofProtocol(
        .mean(
          Quotient("latency", over: .proposals) { ($0.latency, $0.decisions) },
          coin: TrialCounts.nanosecond, .upTo { $0.deadline }),
        worse: .rising, modes: .all, event: nil, exact: nil)
    case .latencyP50:
      .ofProtocol(
        .percentile(50, of: .latencies), worse: .rising, modes: .all, event: nil, exact: nil)
    case .latencyP95:
      .ofProtocol(
        .percentile(95, of: .latencies), worse: .rising, modes: .all, event: nil, exact: nil)
    case .latencyP99:
      .ofProtocol(
        .percentile(99, of: .latencies), worse: .rising, modes: .all, event: nil, exact: nil)
    // Approve and reject votes ÷ possible votes. A lower value is not always worse.
    case .participationMean:
      .ofProtocol(
        .mean(
          Quotient("participation", over: .votersOfProposals) {
            ($0.participants, $0.outcomes.total)
          }, coin: 1, .fixed(0...1)),
        worse: .neither, modes: .all, event: nil, exact: { $0.participation })
    case .forgedVotesAccepted:
      .ofProtocol(
        .count(Counter("forged_votes_accepted") { $0.forgedVotesAccepted }),
        worse: .rising, modes: .all, event: .forgedVote, exact: nil)
    // Refused votes may be part of an attack or come from honest voters.
    case .votesRefused:
      .ofProtocol(
        .count(Counter("votes_refused") { $0.votesRefused }),
        worse: .neither, modes: .all, event: nil, exact: nil)
    case .proposalsRefused:
      .ofProtocol(
        .count(Counter("proposals_refused") { $0.proposalsRefused }),
        worse: .neither, modes: .all, event: nil, exact: nil)
    // The costs of wrong outcomes ÷ proposals.
    case .expectedHarm:
      .ofProtocol(
        .mean(
          Quotient("harm", over: .proposals) { ($0.harm, $0.outcomes.total) },
          coin: TrialCounts.millionth, .upTo { $0.costMax * TrialCounts.millionth }),
        worse: .rising, modes: .all, event: nil, exact: { $0.harm })

    // Averaged over trials with a reported pair.
    case .pairPrecision:
      .ofDetector(.share(Share("precision") { $0.score.precision }), worse: .falling)
    // Averaged over trials with a true pair.
    case .pairRecall:
      .ofDetector(.share(Share("recall") { $0.score.recall }), worse: .falling)
    // Averaged over trials with a pair of either kind.
    case .pairF1:
      .ofDetector(.share(Share("f1") { $0.score.f1 }), worse: .falling)
    // Trials in which exactly the true blocs are reported, or none if there are none ÷ trials.
    case .exactRecoveryRate:
      .ofDetector(.event(.exactTrials, among: .all), worse: .falling)
    // Trials in which a bloc is reported ÷ trials without a true bloc.
    case .falseAlarmRate:
      .ofDetector(
        .event(
          Counter("false_alarms") { !$0.score.hasBloc && $0.score.hasReport ? 1 : 0 },
          among: .without(.trialsWithBloc)),
        worse: .rising)
    // Honest voters in a reported bloc ÷ honest voters.
    case .innocentRate:
      .ofDetector(
        .rate(Quotient("innocents", over: .honestVoters) { ($0.score.innocents, $0.score.honest) }),
        worse: .rising)
    case .adjustedRandIndex:
      .ofDetector(
        .share(Share("adjusted_rand_index", from: -1) { $0.score.adjustedRandIndex }),
        worse: .falling)
    // Averaged over trials with pairs of both kinds.
    case .auc:
      .ofDetector(.share(Share("area_under_curve") { $0.score.areaUnderCurve }), worse: .falling)
    // Trials in which exactly the true blocs are reported ÷ trials in which the oracle finds all.
    case .oracleRatio:
      .ofDetector(
        .eventRatio(
          .exactTrials, to: Counter("oracle_trials") { $0.isRecoveredByOracle ? 1 : 0 },
          both: Counter("exact_oracle_trials") {
            $0.isRecoveredByOracle && $0.score.isExact ? 1 : 0
          }, among: .with(.trialsWithBloc)),
        worse: .falling)
    // The median number of proposals; infinite if half of the blocs are never found.
    case .proposalsToDetection:
      .ofDetector(.percentile(50, of: .detectionPlaces), worse: .rising)
    }
  }
}
