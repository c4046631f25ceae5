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
    switch expectation.metric {
    case .forgedVotesAccepted: countOf = { $0.forgedVotesAccepted }
    case .votesRefused: countOf = { $0.votesRefused }
    case .proposalsRefused: countOf = { $0.proposalsRefused }
    default: preconditionFailure("\(expectation.metric) is no count")
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
