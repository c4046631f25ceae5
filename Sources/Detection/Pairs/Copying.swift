import Consensus
import Maths

extension Detector.Method {
  /// Pairs of voters who seem to follow a hidden plan.
  public static let copying = Detector.Method(
    name: "copying",
    summary: "Reports groups linked by pairs who seem to follow the same hidden plan.",
    parameter: .alpha, standardValue: 0.01,
    parameterNote: "The allowed rate of false alarms."
  ) { votes, alpha in
    Findings(Copying(votes).findBlocs(voterCount: votes.voterCount, alpha: alpha))
  }
}

/// Looks for pairs in which one voter seems to copy a hidden plan from the other.
///
/// The score of a pair is the largest log likelihood ratio, over rates γ, of "with probability γ
/// both follow one fair coin" and independence given the truth. The truth is estimated from the
/// other voters, because a bloc must not confirm itself.
struct Copying: PairTest {
  private let votes: VoteMatrix
  private let blocked: BlockedVotes

  /// The rates that are tried; the last lane is not used.
  private static let rates = SIMD8(0.03, 0.06, 0.12, 0.25, 0.5, 0.8, 0.98, 0)

  init(_ votes: VoteMatrix, blocked: BlockedVotes? = nil) {
    self.votes = votes
    self.blocked = blocked ?? BlockedVotes(votes)
  }

  /// - Complexity: O(*n*² · *m*) in voters and proposals.
  func evidence(weights: [Double]) -> PairEvidence {
    let truth = TruthEstimate(blocked, weights: weights)
    // Beyond these bounds odds would overflow; two voters cannot change such a certain estimate.
    let odds = truth.logOdds.map { exponential(min(max($0, -600), 600)) }
    let voters = zip(truth.accuracies, weights).map { accuracy, weight in
      Suspect(accuracy: accuracy, weight: weight)
    }
    let table = PairTable(voterCount: votes.voterCount)
    var evidence = PairEvidence(scores: table, pValues: table)
    var index = 0
    for a in 0..<votes.voterCount {
      for b in a + 1..<max(a + 1, votes.voterCount) {
        let score = score(of: a, b, voters: voters, odds: odds)
        evidence.scores.values[index] = score
        // Twice the log ratio is χ² with one degree of freedom half of the time, otherwise 0.
        evidence.pValues.values[index] =
          score > 0 ? normalCumulative(-(2 * score).squareRoot()) : 1
        index += 1
      }
    }
    return evidence
  }

  private func score(of a: Int, _ b: Int, voters: [Suspect], odds: [Double]) -> Double {
    let (alike, both) = votes.comparison(of: a, and: b)
    var logarithms = SIMD8<Double>.zero
    var product = Product()
    let first = voters[a]
    let second = voters[b]
    let bothRight = first.accuracy * second.accuracy
    let bothWrong = (1 - first.accuracy) * (1 - second.accuracy)
    let factor = first.oddsIfRight * second.oddsIfRight
    let rowsA = (votes.approvals(of: a), votes.rejections(of: a))
    let rowsB = (votes.approvals(of: b), votes.rejections(of: b))
    for word in 0..<rowsA.0.count {
      var approved = Self.common(rowsA.0, rowsB.0, word)
      while approved != 0 {
        let odds = odds[word * 64 + approved.trailingZeroBitCount]
        approved &= approved - 1
        // The odds without the two, to be multiplied by the factors of their approvals.
        let rest = odds / factor
        product.multiply(
          by: 0.5 * (1 + rest) / (rest * bothRight + bothWrong), Self.rates, &logarithms)
      }
      var rejected = Self.common(rowsA.1, rowsB.1, word)
      while rejected != 0 {
        let odds = odds[word * 64 + rejected.trailingZeroBitCount]
        rejected &= rejected - 1
        let rest = odds * factor
        product.multiply(
          by: 0.5 * (1 + rest) / (rest * bothWrong + bothRight), Self.rates, &logarithms)
      }
    }
    product.finish(&logarithms)
    var best = 0.0
    for lane in 0..<7 {
      let apart = Double(both - alike) * Self.logarithmsOfRest[lane]
      best = max(best, logarithms[lane] + apart)
    }
    return best
  }

  private static let logarithmsOfRest = (0..<7).map { logarithm(onePlus: -rates[$0]) }

  private static func common(
    _ left: ArraySlice<UInt64>, _ right: ArraySlice<UInt64>, _ word: Int
  ) -> UInt64 {
    left[left.startIndex + word] & right[right.startIndex + word]
  }
}

/// What the copying test needs of a voter.
private struct Suspect {
  let accuracy: Double
  /// The odds of the truth given its vote, with its weight.
  let oddsIfRight: Double

  init(accuracy: Double, weight: Double) {
    self.accuracy = accuracy
    oddsIfRight = exponential(weight * logarithm(accuracy / (1 - accuracy)))
  }
}

/// Products of many factors, one for each rate, with few logarithms.
private struct Product {
  private var value = SIMD8<Double>(repeating: 1)
  private var count = 0

  @inline(__always)
  mutating func multiply(
    by ratio: Double, _ rates: SIMD8<Double>, _ logarithms: inout SIMD8<Double>
  ) {
    value *= 1 + rates * (ratio - 1)
    count += 1
    // Factors are between 0.02 and 2 × 10^4, so products of sixteen neither overflow nor vanish.
    if count == 16 { finish(&logarithms) }
  }

  mutating func finish(_ logarithms: inout SIMD8<Double>) {
    for lane in 0..<7 { logarithms[lane] += logarithm(value[lane]) }
    value = SIMD8(repeating: 1)
    count = 0
  }
}
