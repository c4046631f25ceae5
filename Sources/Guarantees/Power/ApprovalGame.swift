import Consensus

/// Which coalitions force an approval, whatever all others do.
///
/// A coalition forces it when its votes alone are a quorum, and still approve when all others
/// reject: other votes only help from there. It blocks when the others together do not force.
struct ApprovalGame: Sendable {
  /// The weights in whole units.
  let weights: WholeWeights
  /// For each size of a coalition, the least weight in units with which it forces an approval.
  private let weightsMin: [Int?]

  init(_ rules: VotingRules, critical: Bool, weights: WholeWeights) {
    self.weights = weights
    weightsMin = (0...rules.voterCount).map { size in
      (0...weights.total).firstInOrder { weight in
        Self.forces(rules, critical, size, Double(weight) * weights.unit)
      }
    }
  }

  private static func forces(
    _ rules: VotingRules, _ critical: Bool, _ size: Int, _ weight: Double
  ) -> Bool {
    var votes = BallotCount()
    votes.approve = size
    votes.approveWeight = weight
    votes.presentWeight = weight
    guard size > 0, rules.isQuorate(votes) else { return false }
    votes.reject = rules.voterCount - size
    votes.rejectWeight = max(0, rules.totalWeight - weight)
    votes.presentWeight = rules.totalWeight
    return rules.decide(votes, critical: critical) == .approved
  }

  /// How many voters there are.
  var voterCount: Int { weightsMin.count - 1 }

  /// Whether a coalition of so many voters, of so many units of weight, forces an approval.
  func forces(size: Int, weight: Int) -> Bool { weightsMin[size].map { weight >= $0 } ?? false }

  /// Whether a coalition of so many voters, of so many units of weight, blocks an approval.
  func blocks(size: Int, weight: Int) -> Bool {
    !forces(size: voterCount - size, weight: weights.total - weight)
  }

  /// The weights of coalitions of a size that do not force, but do with a voter of a weight.
  func weightsTurned(size: Int, by weight: Int) -> Range<Int> {
    guard let enough = weightsMin[size + 1] else { return 0..<0 }
    let low = max(0, enough - weight)
    let high = weightsMin[size] ?? weights.total + 1
    return low..<max(low, min(high, weights.total - weight + 1))
  }
}
