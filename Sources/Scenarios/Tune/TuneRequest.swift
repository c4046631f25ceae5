import Agents
import Consensus
import JSON
import Metrics

/// What `tune` is asked about a scenario: which settings to try, against whom, and by which metrics
/// to judge them.
package struct TuneRequest: Equatable, Sendable {
  /// The fields to try other values of, in the order of all fields; nil for the usual ones.
  package internal(set) var search: [SearchedField]?
  /// Who takes the seats, one after the other; nil for all strategies and plans.
  package internal(set) var adversaries: [TuneAdversary]?
  /// How many honest voters are seats, the most accurate first; nil if the seats are other voters.
  package internal(set) var faults: Int?
  /// How many voters of each of some groups are seats; nil if the seats are other voters.
  package internal(set) var seats: [SeatCount]?
  /// The metrics that should be as good as possible; nil for the usual ones.
  package internal(set) var objectives: [Metric]?
  /// The limits that a configuration must keep.
  package internal(set) var constraints: [TuneConstraint]?

  /// The most trials of all pairs together; nil for the usual number.
  package internal(set) var trialsMax: Int?
  /// Whether all pairs are told; nil for those that matter.
  package internal(set) var tellsAllPairs: Bool?
  /// Whether it is told how much each searched field matters.
  package internal(set) var tellsSensitivity: Bool?

  /// A request for what is usual.
  init() {}
}

/// A field of the rules with the values that are tried.
package struct SearchedField: Equatable, Sendable {
  /// The values that are tried.
  package enum Values: Equatable, Sendable {
    /// All that the field allows.
    case all
    /// Some, as JSON.
    case listed([JSONValue])
    /// All numbers from one to another.
    case within(ClosedRange<Double>)
  }

  /// The field.
  package let field: RuleField
  /// The values.
  package let values: Values
}

/// Voters who take all seats.
package enum TuneAdversary: Equatable, Sendable {
  /// Each strategy and each plan in turn, and voters who crashed.
  case standard
  /// The best adversary who sees votes when they have arrived.
  case causal
  /// The best adversary who sees all votes.
  case worst
  /// Voters like those of a group, whose number and weight are those of the seats.
  case group(VoterGroup)
}

/// A number of voters of a group.
package struct SeatCount: Equatable, Sendable {
  /// The name of the group.
  package let group: String
  /// The number of its voters.
  package let count: Int
}

/// A limit on the worst value of a metric over all adversaries.
package struct TuneConstraint: Equatable, Sendable {
  /// The metric.
  package let metric: Metric
  /// The limit.
  package let limit: MetricClaim.Limit
}

extension TuneRequest {
  /// The fields that are searched.
  package var fields: [SearchedField] { search ?? Self.usualSearch }

  /// The metrics that should be as good as possible.
  package var aims: [Metric] { objectives ?? Self.usualObjectives }

  /// Quorum, thresholds and the safeguards that change what is decided on votes that are there.
  private static let usualSearch = RuleField.all.filter { field in
    [
      "quorum_fraction", "majority_threshold", "supermajority_threshold", "quorum", "ties", "rule",
      "tally",
    ].contains(field.key)
  }.map { SearchedField(field: $0, values: .all) }

  /// The metrics that should be as good as possible if nobody says which.
  static let usualObjectives: [Metric] = [
    .falseApprovalRate, .falseRejectionRate, .quorumFailureRate, .latencyMean,
  ]
}
