import Guarantees
import Metrics
import Text

/// A claim that must hold in some cells of a scenario, or must not.
public struct Expectation: Equatable, Sendable {
  /// What is claimed.
  public enum Claim: Equatable, Sendable {
    /// That a metric keeps within a limit.
    case metric(MetricClaim)
    /// That a guarantee withstands some faulty voters.
    case guarantee(GuaranteeClaim)
  }

  /// What is claimed.
  public let claim: Claim
  /// Whether the claim must be broken.
  public let mustFail: Bool
  /// The cells it applies to, by values of axes; all cells if empty.
  public let conditions: [AxisValue]

  /// The claim about a metric; nil if it is about a guarantee.
  public var metricClaim: MetricClaim? {
    if case .metric(let claim) = claim { claim } else { nil }
  }

  /// The claim about a guarantee; nil if it is about a metric.
  public var guaranteeClaim: GuaranteeClaim? {
    if case .guarantee(let claim) = claim { claim } else { nil }
  }

  /// Whether it applies to a cell.
  public func applies(to cell: ScenarioCell) -> Bool { cell.axes.meet(conditions) }
}

/// The claim that a metric keeps within a limit.
public struct MetricClaim: Equatable, Sendable {
  /// The limit, on either side.
  public enum Limit: Hashable, Sendable {
    case atMost(Double)
    case atLeast(Double)
  }

  /// Which value of the metric; raw values are the words of scenarios.
  public enum Value: String, ExplainedWord, Hashable {
    case estimate
    case exact
    case worst
    case worstCounted = "worst_counted"
    case causal

    /// What the value is.
    public var meaning: String {
      switch self {
      case .estimate: "The metric itself, by trials unless it is known without any."
      case .exact: "The exact value."
      case .worst: "The worst that any adversary can bring about."
      case .worstCounted: "The worst if all honest votes that arrive are counted."
      case .causal:
        "The worst that an adversary can bring about who sees only votes that have arrived."
      }
    }
  }

  /// The metric.
  public let metric: Metric
  /// The limit on the metric.
  public let limit: Limit
  /// Which value of the metric is meant.
  public let value: Value
  /// The confidence of a verdict by trials.
  public let confidence: Double
  /// The index of the detector, from 0; nil for a metric of the protocol.
  public let detector: Int?
}

/// The claim that a guarantee withstands some faulty voters.
public struct GuaranteeClaim: Equatable, Sendable {
  /// The guarantee.
  public let guarantee: Guarantee
  /// The kind of actions; nil for both.
  public let actions: ActionKind?
  /// The number of faulty voters.
  public let faults: Int
  /// The largest probability with which the guarantee may break while honest voters err as the
  /// scenario says; nil if they are taken to be right.
  public let risk: Double?
  /// What the adversary decides apart from faulty votes.
  public let timing: Timing
}

extension MetricClaim.Limit {
  /// The number that must not be passed.
  public var bound: Double {
    switch self {
    case .atMost(let limit), .atLeast(let limit): limit
    }
  }

  /// Whether the metric must be at most the number, rather than at least.
  public var isUpper: Bool {
    switch self {
    case .atMost: true
    case .atLeast: false
    }
  }
}
