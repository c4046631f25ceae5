import Metrics
import Scenarios

/// A limit on how often something happens in all trials together: no matter of chance.
struct CountTest: Sendable {
  private let limit: Expectation.Limit
  private let countOf: @Sendable (TrialScore) -> Int
  private var trials = 0
  /// How often it has happened.
  private(set) var count = 0.0
  /// The first trial in which it has, where it should not; the first one, where it should.
  private(set) var witness: Int?

  /// The test of an expectation on a plain count.
  init(_ expectation: Expectation) {
    switch expectation.metric.definition.measure {
    case .ofProtocol(.count(let counter)): countOf = { counter.count($0.counts) }
    case .ofDetector(.count(let counter)):
      let detector = expectation.detector
      countOf = { score in
        detector.flatMap { score.blocs.isEmpty ? nil : score.blocs[$0] }.map(counter.count) ?? 0
      }
    case .ofProtocol, .ofDetector: preconditionFailure("\(expectation.metric) is not a count")
    }
    limit = expectation.limit
  }

  /// Looks at the next trial.
  mutating func add(_ score: TrialScore) {
    trials += 1
    let more = countOf(score)
    count += Double(more)
    if witness == nil && (more > 0 || !limit.isUpper) { witness = trials }
  }

  /// A count only rises: beyond an upper limit it stays, below it may still go there.
  func holds(isOver: Bool) -> Bool? {
    switch limit {
    case .atMost(let limit): count > limit ? false : isOver ? true : nil
    case .atLeast(let limit): count >= limit ? true : isOver ? false : nil
    }
  }
}
