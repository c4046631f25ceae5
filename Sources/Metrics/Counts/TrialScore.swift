import Detection

/// What came of one trial, in whole numbers.
public struct TrialScore: ScoredTrial, Equatable {
  /// What was counted in it.
  public var counts = TrialCounts()
  /// Nanoseconds from opening to decision of each approved or rejected proposal, in any order.
  public private(set) var latencies: [Int64] = []
  /// What each detector made of the votes.
  public var blocs: [BlocTrial] = []

  /// The score of a trial in which nothing has happened.
  public init() {}

  /// Adds a decision that has taken so many nanoseconds.
  public mutating func add(latency: Int64) {
    counts.decisions += 1
    counts.latency += Int(latency)
    latencies.append(latency)
  }

  /// Forgets the trial and keeps the room it took.
  public mutating func reset() {
    counts = TrialCounts()
    latencies.removeAll(keepingCapacity: true)
    blocs = []
  }

  /// Lends the latencies, to be sorted in place.
  mutating func withLatencies(_ body: (inout [Int64]) -> Void) { body(&latencies) }

  /// What is kept of trials for the metrics of the protocol.
  public static let layout = MetricLayout<TrialScore>(
    Metric.allCases.compactMap { metric in
      if case .ofProtocol(let formula) = metric.definition.measure { formula } else { nil }
    })
}

extension BlocTrial: ScoredTrial {
  /// The trial itself.
  public var counts: BlocTrial { self }

  /// What is kept of trials for the metrics of detectors.
  public static let layout = MetricLayout<BlocTrial>(
    Metric.allCases.compactMap { metric in
      if case .ofDetector(let formula) = metric.definition.measure { formula } else { nil }
    })
}
