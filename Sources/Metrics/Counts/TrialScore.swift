import Detection

/// The results of one trial, in whole numbers.
package struct TrialScore: ScoredTrial, Equatable {
  /// The counts of the trial.
  package var counts = TrialCounts()
  /// The latency of each decision, in nanoseconds from opening to decision, in any order.
  package private(set) var latencies: [Int64] = []
  /// The results of each detector.
  package var blocs: [BlocTrial] = []

  /// The score of a trial without events.
  package init() {}

  /// Adds a decision with a latency in nanoseconds.
  package mutating func add(latency: Int64) {
    counts.decisions += 1
    counts.latency += Int(latency)
    latencies.append(latency)
  }

  /// Removes the results and keeps the memory.
  package mutating func reset() {
    counts = TrialCounts()
    latencies.removeAll(keepingCapacity: true)
    blocs = []
  }

  /// Gives access to the latencies, to sort them in place.
  mutating func withLatencies(_ body: (inout [Int64]) -> Void) { body(&latencies) }

  /// The layout of the metrics of the protocol.
  package static let layout = MetricLayout<TrialScore>(
    Metric.allCases.compactMap { metric in
      if case .ofProtocol(let formula) = metric.definition.measure { formula } else { nil }
    })
}

extension BlocTrial: ScoredTrial {
  /// The results of the detector themselves are the counts.
  package var counts: BlocTrial { self }

  /// The layout of the metrics of detectors.
  package static let layout = MetricLayout<BlocTrial>(
    Metric.allCases.compactMap { metric in
      if case .ofDetector(let formula) = metric.definition.measure { formula } else { nil }
    })
}
