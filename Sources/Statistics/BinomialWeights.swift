/// The probabilities of the numbers of successes in independent attempts.
///
/// Numbers that are less probable than the most probable one by many orders of magnitude are left out.
package struct BinomialWeights: Sendable {
  /// The numbers of successes, in order, with their probabilities, which sum to 1.
  package let values: [(successes: Int, probability: Double)]

  private static let smallest = 1e-12

  /// The numbers of successes among so many attempts, each with this probability.
  package init(attempts: Int, probability: Double) {
    if probability <= 0 || probability >= 1 {
      values = [(probability <= 0 ? 0 : attempts, 1)]
      return
    }
    // The ratio of neighbours is simple, so all follow from the most probable one.
    let odds = probability / (1 - probability)
    let peak = min(attempts, Int(Double(attempts + 1) * probability))
    var below: [(Int, Double)] = []
    var weight = 1.0
    for successes in stride(from: peak, to: 0, by: -1) {
      weight *= Double(successes) / (Double(attempts - successes + 1) * odds)
      if weight < Self.smallest { break }
      below.append((successes - 1, weight))
    }
    var values: [(successes: Int, probability: Double)] = below.reversed() + [(peak, 1)]
    weight = 1
    for successes in peak..<attempts {
      weight *= Double(attempts - successes) * odds / Double(successes + 1)
      if weight < Self.smallest { break }
      values.append((successes + 1, weight))
    }
    let sum = values.reduce(0) { $0 + $1.probability }
    self.values = values.map { ($0.successes, $0.probability / sum) }
  }
}
