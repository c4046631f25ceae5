import Maths

/// What a group model assumes of voters, proposals and the plan.
struct GroupParameters {
  /// The probability of each voter to approve what is warranted, where a proposal is easy.
  var accuracyIfWarranted: [Double]
  /// The probability of each voter to reject what is unwarranted, where a proposal is easy.
  var accuracyIfUnwarranted: [Double]
  /// The accuracy that voters have in common, from which each departs more or less.
  var commonAccuracy: Double
  /// How often the plan is active: γ.
  var rate = 0.3
  /// How probable it is that a member follows the active plan: φ.
  var fidelity = 0.95
  /// How probable each state of a proposal is.
  var states = StateShares.initial

  /// Accuracies are kept within these bounds: no honest voter is worse than a coin.
  static let accuracyRange = 0.5...0.995

  /// Voters with given accuracies, whatever the facts.
  init(accuracies: [Double]) {
    let accuracies = accuracies.map { $0.clamped(to: Self.accuracyRange) }
    accuracyIfWarranted = accuracies
    commonAccuracy = accuracies.reduce(0, +) / Double(max(1, accuracies.count))
    accuracyIfUnwarranted = accuracies
  }

  /// The same voters and proposals, the plan as unknown as at first.
  var withFreshPlan: GroupParameters {
    var parameters = self
    parameters.rate = 0.3
    parameters.fidelity = 0.95
    return parameters
  }

  /// Voters who are all alike.
  init(voterCount: Int, accuracy: Double = 0.75) {
    self.init(accuracies: Array(repeating: accuracy, count: voterCount))
  }
}

extension GroupParameters {
  /// The logarithm of how probable the voters' accuracies are, most voters being much alike.
  ///
  /// Without it two odd voters would do as an explanation for what two colluders do. A voter's
  /// accuracy departs from the common one as if estimated from some votes; but odd voters exist, so
  /// being odd at all has a fixed price, whatever the oddity.
  var logPrior: Double {
    var sum = 0.0
    for voter in accuracyIfWarranted.indices {
      let accuracy = 0.5 * (accuracyIfWarranted[voter] + accuracyIfUnwarranted[voter])
      let departure =
        commonAccuracy * logarithm(accuracy / commonAccuracy)
        + (1 - commonAccuracy) * logarithm((1 - accuracy) / (1 - commonAccuracy))
      sum += max(-Self.oddityCost, Self.priorVotes * departure)
    }
    return sum
  }

  /// How many votes' weight the common accuracy has.
  private static let priorVotes = 60.0
  /// The logarithm of how rare odd voters are: about one in fifty.
  private static let oddityCost = 4.0
}

/// The probabilities of the states of a proposal.
///
/// A proposal is warranted or not; and it is easy (voters are as accurate as they are), hard (their
/// advantage over a coin is halved) or a mere toss-up, where the facts make no difference.
struct StateShares {
  /// Easy and warranted, easy and unwarranted, hard and warranted, hard and unwarranted.
  var clear: SIMD4<Double>
  /// Toss-ups.
  var tossUp: Double

  static let initial = StateShares(clear: SIMD4(0.45, 0.45, 0.025, 0.025), tossUp: 0.05)
}

extension Double {
  func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
