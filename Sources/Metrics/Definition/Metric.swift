import Detection
import Text

/// A metric of a cell; raw values are the column names of `summary.csv` and `blocs.csv`.
///
/// A metric is its name here and its definition below. All other code that counts, merges, writes,
/// tests, compares or shows metrics uses the definitions. To add a metric, add a case, at the
/// position of its column, and its definition.
public enum Metric: String, ExplainedWord, Hashable {
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
  /// What it measures.
  public var meaning: String { definition.summary }

  /// The definition of the metric.
  package var definition: MetricDefinition {
    switch self {
    case .falseApprovalRate:
      .ofProtocol(
        "Approved unwarranted proposals, divided by all unwarranted proposals.",

        .rate(.falseApprovals),
        worse: .rising, modes: .all, event: .falseApproval, known: .atWorst { $0.falseApproval })
    case .falseRejectionRate:
      .ofProtocol(
        "Rejected warranted proposals, divided by all warranted proposals.",

        .rate(.falseRejections),
        worse: .rising, modes: .all, event: .falseRejection, known: .atWorst { $0.falseRejection })
    case .quorumFailureRate:
      .ofProtocol(
        "Proposals that end neither approved nor rejected, divided by all proposals.",

        .rate(.quorumFailures),
        worse: .rising, modes: .all, event: .quorumFailure, known: .atWorst { $0.undecided })
    case .correctRate:
      .ofProtocol(
        "Proposals that end as the facts call for, divided by all proposals.",

        .rate(
          Quotient("correct_decisions", over: .proposals) {
            ($0.outcomes.correct, $0.outcomes.total)
          }),
        worse: .falling, modes: .all, event: nil, known: .atWorst { $0.correct })
    case .unsafeTrialRate:
      .ofProtocol(
        "Trials with at least one false approval, divided by all trials.",

        .event(
          Counter("unsafe_trials") { $0.outcomes.unwarranted.approved > 0 ? 1 : 0 }, among: .all),
        worse: .rising, modes: .all, event: .falseApproval, known: .atWorst { $0.unsafeTrial })
    case .disagreementRate:
      .ofProtocol(
        "Proposals that one honest replica approves and another rejects, divided by all proposals.",

        .rate(Quotient("disagreements", over: .proposals) { ($0.disagreements, $0.proposals) }),
        worse: .rising, modes: .replicated, event: .disagreement, known: .nothing)
    case .latencyMean:
      .ofProtocol(
        """
        The mean time from the opening of a proposal to its decision, in seconds, over decided \
        proposals.
        """,

        .mean(
          .latency, coin: TrialCounts.nanosecond, .upTo { $0.deadline }, of: .numbers(.latencies)),
        worse: .rising, modes: .all, event: nil, known: .exactly { $0.latency })
    case .latencyP50:
      .ofProtocol(
        "The time within which 50 % of the decided proposals are decided, in seconds.",

        .percentile(50, of: .latencies), worse: .rising, modes: .all, event: nil, known: .nothing)
    case .latencyP95:
      .ofProtocol(
        "The time within which 95 % of the decided proposals are decided, in seconds.",

        .percentile(95, of: .latencies), worse: .rising, modes: .all, event: nil, known: .nothing)
    case .latencyP99:
      .ofProtocol(
        "The time within which 99 % of the decided proposals are decided, in seconds.",

        .percentile(99, of: .latencies), worse: .rising, modes: .all, event: nil, known: .nothing)
    case .participationMean:
      .ofProtocol(
        "Approving and rejecting votes, divided by the votes that all voters could cast.",

        .mean(
          Quotient("participation", over: .votersOfProposals) {
            ($0.participants, $0.outcomes.total)
          }, coin: 1, .fixed(0...1), of: .parts),
        worse: .neither, modes: .all, event: nil, known: .exactly { $0.participation })
    case .forgedVotesAccepted:
      .ofProtocol(
        "Accepted votes that were sent by another voter than they name.",

        .count(Counter("forged_votes_accepted") { $0.forgedVotesAccepted }),
        worse: .rising, modes: .all, event: .forgedVote, known: .nothing)
    case .votesRefused:
      .ofProtocol(
        "Votes that the protocol refused; an attack or an honest voter who came late.",

        .count(Counter("votes_refused") { $0.votesRefused }),
        worse: .neither, modes: .all, event: nil, known: .nothing)
    case .proposalsRefused:
      .ofProtocol(
        "Proposals that the protocol refused, mostly of proposers with too many open ones.",

        .count(Counter("proposals_refused") { $0.proposalsRefused }),
        worse: .neither, modes: .all, event: nil, known: .nothing)
    case .expectedHarm:
      .ofProtocol(
        "The mean cost of a proposal under the scenario's costs.",

        .mean(
          Quotient("harm", over: .proposals) { ($0.harm, $0.outcomes.total) },
          coin: TrialCounts.millionth, .upTo { $0.costMax * TrialCounts.millionth },
          of: .events([.falseApprovals, .falseRejections, .quorumFailures])),
        worse: .rising, modes: .all, event: nil, known: .atWorst { $0.harm })

    case .pairPrecision:
      .ofDetector(
        """
        Pairs of voters rightly reported as colluding, divided by all reported pairs; mean over \
        trials.
        """,
        .share(Share("precision") { $0.score.precision }), worse: .falling)
    case .pairRecall:
      .ofDetector(
        """
        Colluding pairs of voters that are reported, divided by all colluding pairs; mean over \
        trials.
        """,
        .share(Share("recall") { $0.score.recall }), worse: .falling)
    case .pairF1:
      .ofDetector(
        "The harmonic mean of pair precision and pair recall; mean over trials.",
        .share(Share("f1") { $0.score.f1 }), worse: .falling)
    case .exactRecoveryRate:
      .ofDetector(
        """
        Trials whose reported blocs are exactly the true ones (none, if there is none), divided by \
        all trials.
        """,
        .event(.exactTrials, among: .all), worse: .falling)
    case .falseAlarmRate:
      .ofDetector(
        "Trials in which a bloc is reported, divided by all trials in which none colludes.",

        .event(
          Counter("false_alarms") { !$0.score.hasBloc && $0.score.hasReport ? 1 : 0 },
          among: .without(.trialsWithBloc)),
        worse: .rising)
    case .innocentRate:
      .ofDetector(
        "Honest voters who are in a reported bloc, divided by all honest voters.",

        .rate(Quotient("innocents", over: .honestVoters) { ($0.score.innocents, $0.score.honest) }),
        worse: .rising)
    case .adjustedRandIndex:
      .ofDetector(
        """
        The adjusted Rand index between reported and true blocs: 1 for a perfect match, 0 for \
        chance.
        """,

        .share(Share("adjusted_rand_index", from: -1) { $0.score.adjustedRandIndex }),
        worse: .falling)
    case .auc:
      .ofDetector(
        """
        The probability that a colluding pair has a higher score than another pair; mean over \
        trials.
        """,
        .share(Share("area_under_curve") { $0.score.areaUnderCurve }), worse: .falling)
    case .oracleRatio:
      .ofDetector(
        """
        Trials in which all blocs are found exactly, divided by those in which an oracle that \
        knows all but the members finds them.
        """,

        .eventRatio(
          .exactTrials, to: Counter("oracle_trials") { $0.isRecoveredByOracle ? 1 : 0 },
          both: Counter("exact_oracle_trials") {
            $0.isRecoveredByOracle && $0.score.isExact ? 1 : 0
          }, among: .with(.trialsWithBloc)),
        worse: .falling)
    case .proposalsToDetection:
      .ofDetector(
        "The median number of proposals after which the true blocs are found for good.",
        .percentile(50, of: .detectionPlaces), worse: .rising)
    }
  }
}
