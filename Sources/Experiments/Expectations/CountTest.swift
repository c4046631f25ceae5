import Metrics
import Scenarios
import Statistics

/// A limit on the number of events in all trials together, which needs no statistics.
struct CountTest: Sendable {
  private let limit: MetricClaim.Limit
  private let countOf: @Sendable (TrialScore) -> Int
  private var trials = 0
  /// The number of events so far.
  private(set) var count = 0.0
  /// A trial with the event, if it must not happen; the first trial, if it must.
  private(set) var witness: Int?

  /// The test of a claim about a count.
  init(_ claim: MetricClaim) {
    switch claim.metric.definition.measure {
    case .ofProtocol(.count(let counter)): countOf = { counter.count($0.counts) }
    case .ofDetector(.count(let counter)):
      let detector = claim.detector
      countOf = { score in
        detector.flatMap { score.blocs.isEmpty ? nil : score.blocs[$0] }.map(counter.count) ?? 0
      }
    case .ofProtocol, .ofDetector: preconditionFailure("\(claim.metric) is not a count")
    }
    limit = claim.limit
  }

  /// The number of events in a trial, as a sample.
  func sample(_ score: TrialScore) -> SequentialTest.Sample {
    SequentialTest.Sample(total: Double(countOf(score)), units: 1)
  }

  /// Adds the sample of the next trial.
  mutating func add(_ sample: SequentialTest.Sample) {
    trials += 1
    let more = sample.total
    count += more
    if witness == nil && (more > 0 || !limit.isUpper) { witness = trials }
  }

  /// A count only increases: above an upper limit it stays there, below it may still rise.
  func holds(isOver: Bool) -> Bool? {
    switch limit {
    case .atMost(let limit): count > limit ? false : isOver ? true : nil
    case .atLeast(let limit): count >= limit ? true : isOver ? false : nil
    }
  }
}
