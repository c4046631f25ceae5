import Maths

/// The parameters of a group model: voters, proposals and plan.
struct GroupParameters {
  /// The probability of each voter to approve a warranted proposal that is easy.
  var accuracyIfWarranted: [Double]
  /// The probability of each voter to reject an unwarranted proposal that is easy.
  var accuracyIfUnwarranted: [Double]
  /// The common accuracy, from which each voter deviates more or less.
  var commonAccuracy: Double
  /// The rate γ: how often the plan is active.
  var rate = 0.3
  /// The fidelity φ: the probability that a member follows the active plan.
  var fidelity = 0.95
  /// The probability of each state of a proposal.
  var states = StateShares.initial

  /// The bounds of accuracies: no honest voter is worse than a coin.
  static let accuracyRange = 0.5...0.995

  /// Voters with given accuracies, whether proposals are warranted or not.
  init(accuracies: [Double]) {
    let accuracies = accuracies.map { $0.clamped(to: Self.accuracyRange) }
    accuracyIfWarranted = accuracies
    commonAccuracy = accuracies.reduce(0, +) / Double(max(1, accuracies.count))
    accuracyIfUnwarranted = accuracies
  }

  /// The same voters and proposals, with the initial values for the plan.
  var withFreshPlan: GroupParameters {
    var parameters = self
    parameters.rate = 0.3
    parameters.fidelity = 0.95
    return parameters
  }

  /// Voters with equal accuracies.
  init(voterCount: Int, accuracy: Double = 0.75) {
    self.init(accuracies: Array(repeating: accuracy, count: voterCount))
  }
}

extension GroupParameters {
  /// The log prior of the voters' accuracies, most of which are similar.
  ///
  /// Without it two unusual voters would explain the votes of two colluders. The accuracy of a
  /// voter deviates from the common one as if estimated from some votes. But unusual voters exist,
  /// so a large deviation has a fixed price, however large it is.
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

  /// The weight of the common accuracy, in votes.
  private static let priorVotes = 60.0
  /// The log probability of an unusual voter: about one in fifty.
  private static let oddityCost = 4.0
}

/// The probabilities of the states of a proposal.
///
/// A proposal is warranted or not. It is also easy (voters have their accuracies), hard (their
/// advantage over a coin is halved), or a toss-up, where the facts make no difference.
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
