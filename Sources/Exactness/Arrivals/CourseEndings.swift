import Consensus

/// What comes of a proposal, with all that its metrics need.
struct CourseEndings {
  /// The probabilities of the outcomes.
  var chances = EndingChances()
  /// The expected number of approvals and rejections.
  var participants = 0.0
  /// The expected seconds to a decision at a known time; where there is none, they count as 0.
  var knownTime = 0.0
  /// The probability that the vote of the pool with this number, from 0, brings a decision.
  var stops: [Double] = []

  /// Whether votes of the pool may bring a decision.
  var doVotesEndIt: Bool { stops.contains { $0 > 0 } }

  /// The expected seconds to a decision, which count as 0 if there is none; nil if unknown.
  ///
  /// - Parameter means: the mean seconds until each vote of the pool arrives; nil if unknown.
  func decisionTime(_ means: [Double]?) -> Double? {
    if !doVotesEndIt { return knownTime }
    return means.map { zip(stops, $0).reduce(knownTime) { $0 + $1.0 * $1.1 } }
  }

  /// Adds an outcome at a known time, in seconds, or, if it is nil, at an unknown one.
  mutating func add(
    _ probability: Double, _ decision: Decision, participants count: Int, after seconds: Double?
  ) {
    chances.add(probability, to: decision)
    participants += probability * Double(count)
    if decision == .approved || decision == .rejected {
      knownTime += probability * (seconds ?? 0)
    }
  }
}
