import Detection
import Statistics

/// Everything counted over the trials of one cell: exact whole numbers that add up in any order.
public struct CellCounts: Sendable, Equatable {
  /// How the proposals ended.
  public internal(set) var outcomes = OutcomeCounts()
  /// What the metrics of the protocol come from.
  var sums = MetricSums<TrialScore>()
  /// What the metrics of each detector come from; none before a trial is counted.
  public internal(set) var blocs: [MetricSums<BlocTrial>] = []

  /// Nothing counted yet.
  public init() {}

  /// How many trials were counted.
  public var trials: Int { sums.trials }

  /// Counts a trial in.
  public mutating func add(_ score: inout TrialScore) {
    withUnsafePointer(to: score.counts) { add(UnsafeBufferPointer(start: $0, count: 1)) }
    addRest(of: &score)
  }

  /// Counts in what was counted of some trials.
  mutating func add(_ trials: UnsafeBufferPointer<TrialCounts>) {
    for counts in trials { outcomes.merge(counts.outcomes) }
    sums.add(trials)
  }

  /// Counts in the rest of a trial: its latencies, which it sorts, and what detectors made of it.
  mutating func addRest(of score: inout TrialScore) {
    sums.addNumbers(of: &score)
    if score.blocs.isEmpty { return }
    if blocs.isEmpty { blocs = score.blocs.map { _ in MetricSums() } }
    for index in score.blocs.indices { blocs[index].add(&score.blocs[index]) }
  }

  /// Adds the counts of other trials.
  public mutating func merge(_ other: CellCounts) {
    outcomes.merge(other.outcomes)
    sums.merge(other.sums)
    if blocs.isEmpty {
      blocs = other.blocs
    } else {
      for (index, sums) in other.blocs.enumerated() { blocs[index].merge(sums) }
    }
  }

  /// What all trials together add to a metric of the protocol, in its coin; nil where no single one
  /// adds anything.
  public func total(of metric: Metric) -> Int128? {
    guard case .ofProtocol(let formula) = metric.definition.measure else { return nil }
    return switch formula {
    case .count(let counter), .event(let counter, _): Int128(sums.number(of: counter))
    case .rate(let quotient): sums.rate(of: quotient).sums.total
    case .mean(let quotient, _, _): sums.mean(of: quotient).sums.total
    case .share(let share): sums.mean(of: share.quotient).sums.total
    case .eventRatio, .percentile: nil
    }
  }
}
