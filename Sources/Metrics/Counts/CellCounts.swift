import Detection
import Statistics

/// The counts of all trials of a cell: exact whole numbers, whose sums do not depend on the order.
public struct CellCounts: Sendable, Equatable {
  /// The numbers of proposals by outcome.
  package internal(set) var outcomes = OutcomeCounts()
  /// The counts for the metrics of the protocol.
  var sums = MetricSums<TrialScore>()
  /// The counts for the metrics of each detector; empty before the first trial.
  package internal(set) var blocs: [MetricSums<BlocTrial>] = []

  /// Counts of no trials.
  package init() {}

  /// The number of trials.
  package var trials: Int { sums.trials }

  /// Counts a trial.
  package mutating func add(_ score: inout TrialScore) {
    withUnsafePointer(to: score.counts) { add(UnsafeBufferPointer(start: $0, count: 1)) }
    addRest(of: &score)
  }

  /// Adds the counts of some trials.
  mutating func add(_ trials: UnsafeBufferPointer<TrialCounts>) {
    for counts in trials { outcomes.merge(counts.outcomes) }
    sums.add(trials)
  }

  /// Counts the rest of a trial: its latencies, which it sorts, and the scores of detectors.
  mutating func addRest(of score: inout TrialScore) {
    sums.addNumbers(of: &score)
    if score.blocs.isEmpty { return }
    if blocs.isEmpty { blocs = score.blocs.map { _ in MetricSums() } }
    for index in score.blocs.indices { blocs[index].add(&score.blocs[index]) }
  }

  /// Adds the counts of other trials.
  package mutating func merge(_ other: CellCounts) {
    outcomes.merge(other.outcomes)
    sums.merge(other.sums)
    if blocs.isEmpty {
      blocs = other.blocs
    } else {
      for (index, sums) in other.blocs.enumerated() { blocs[index].merge(sums) }
    }
  }

  /// The sum of a metric of the protocol over all trials, in units of its coin; nil if single
  /// trials contribute nothing.
  package func total(of metric: Metric) -> Int128? {
    guard case .ofProtocol(let formula) = metric.definition.measure else { return nil }
    return switch formula {
    case .count(let counter), .event(let counter, _): Int128(sums.number(of: counter))
    case .rate(let quotient): sums.rate(of: quotient).sums.total
    case .mean(let quotient, _, _, _): sums.mean(of: quotient).sums.total
    case .share(let share): sums.mean(of: share.quotient).sums.total
    case .eventRatio, .percentile: nil
    }
  }
}
