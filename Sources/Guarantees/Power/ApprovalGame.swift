import Consensus
import Maths

/// The coalitions that can force an approval, whatever all others do.
///
/// A coalition forces it if its votes alone are a quorum, and still approve when all others reject:
/// other votes can only help. It blocks if the others together cannot force an approval.
struct ApprovalGame: Sendable {
  private let rules: VotingRules
  private let critical: Bool

  init(_ rules: VotingRules, critical: Bool) {
    self.rules = rules
    self.critical = critical
  }

  /// Whether a coalition with this number of voters and weight forces an approval.
  func forces(size: Int, weight: Double) -> Bool {
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

  /// Whether a coalition with this number of voters and weight blocks an approval.
  func blocks(size: Int, weight: Double) -> Bool {
    !forces(size: rules.voterCount - size, weight: max(0, rules.totalWeight - weight))
  }
}

/// The same in whole units of weight, so that coalitions can be counted.
struct CountedGame: Sendable {
  /// The number of voters.
  let voterCount: Int
  private let totalWeight: Int
  /// For each size of a coalition, the least weight in units that forces an approval.
  private let weightsMin: [Int?]

  init(_ game: ApprovalGame, _ weights: WholeWeights) {
    voterCount = weights.counts.count
    totalWeight = weights.total
    weightsMin = (0...weights.counts.count).map { size in
      (0...weights.total).firstInOrder { weight in
        game.forces(size: size, weight: Double(weight) * weights.unit)
      }
    }
  }

  /// The weights of coalitions of a size that force an approval.
  func forcingWeights(size: Int) -> Range<Int> {
    (weightsMin[size] ?? totalWeight + 1)..<totalWeight + 1
  }

  /// The weights of coalitions of a size that block an approval, because the others have too
  /// little.
  func blockingWeights(size: Int) -> Range<Int> {
    let forcing = forcingWeights(size: voterCount - size)
    return (totalWeight + 1 - forcing.lowerBound)..<totalWeight + 1
  }

  /// The weights of coalitions of a size that only force an approval with one more voter of a
  /// weight.
  func weightsTurned(size: Int, by weight: Int) -> Range<Int> {
    let low = max(0, forcingWeights(size: size + 1).lowerBound - weight)
    let high = min(forcingWeights(size: size).lowerBound, totalWeight - weight + 1)
    return low..<max(low, high)
  }
}
