import Maths

/// An estimate of the facts from the votes, in which each voter is right with its own probability:
/// the model of Dawid and Skene with one coin for each voter, fitted by expectation maximisation.
struct TruthEstimate {
  /// For each proposal the log odds that approval is right.
  private(set) var logOdds: [Double]
  /// For each voter the probability of being right.
  private(set) var accuracies: [Double]

  /// How accuracies are regularised when there are few votes.
  enum Shrinkage {
    /// Towards 2/3, with the weight of six votes.
    case fixed
    /// Towards the mean of all voters, with the weight of this many votes.
    case towardsMean(votes: Double)
  }

  /// Fits the model; the votes of a voter count with its weight.
  ///
  /// - Complexity: O(*n* · *m*) in voters and proposals, for each of at most 25 rounds.
  init(_ votes: BlockedVotes, weights: [Double]? = nil, shrinkage: Shrinkage = .fixed) {
    let voterCount = votes.voterCount
    let weights = weights ?? Array(repeating: 1, count: voterCount)
    logOdds = Array(repeating: 0, count: votes.proposalCount)
    accuracies = Array(repeating: 0.8, count: voterCount)
    var sums = [SIMD2<Double>](repeating: .zero, count: votes.proposalCount)
    var approvals = [SIMD2<Double>](repeating: .zero, count: voterCount)
    var rejections = approvals
    var prior = 0.0
    for _ in 0..<25 {
      estimateTruth(from: votes, weights: weights, prior: prior, sums: &sums)
      var warranted = 0.0
      for proposal in sums.indices {
        let probability = 1 / (1 + exponential(-min(max(logOdds[proposal], -40), 40)))
        warranted += probability
        sums[proposal] = SIMD2(2 * probability - 1, 1)
      }
      votes.sumsOverProposals(of: sums, approvals: &approvals, rejections: &rejections)
      let before = (accuracies, prior)
      estimateAccuracies(approvals: approvals, rejections: rejections, shrinkage: shrinkage)
      let share = min(max((warranted + 1) / (Double(votes.proposalCount) + 2), 0.02), 0.98)
      prior = logarithm(share / (1 - share))
      // From here on nothing changes.
      if before == (accuracies, prior) { break }
    }
    estimateTruth(from: votes, weights: weights, prior: prior, sums: &sums)
  }

  private mutating func estimateTruth(
    from votes: BlockedVotes, weights: [Double], prior: Double, sums: inout [SIMD2<Double>]
  ) {
    let approval = zip(accuracies, weights).map { accuracy, weight in
      SIMD2(weight * logarithm(accuracy / (1 - accuracy)), 0)
    }
    votes.sumsOverVoters(approval: approval, rejection: approval.map { -$0 }, into: &sums)
    for proposal in sums.indices { logOdds[proposal] = prior + sums[proposal].x }
  }

  private mutating func estimateAccuracies(
    approvals: [SIMD2<Double>], rejections: [SIMD2<Double>], shrinkage: Shrinkage
  ) {
    let cast = zip(approvals, rejections).map { $0.y + $1.y }
    let right = zip(approvals, rejections).enumerated().map { voter, sums in
      (sums.0.x - sums.1.x + cast[voter]) / 2
    }
    var (a, b) = (4.0, 2.0)
    if case .towardsMean(let votes) = shrinkage {
      let mean = min(max((right.reduce(0, +) + 4) / (cast.reduce(0, +) + 6), 0.55), 0.985)
      (a, b) = (votes * mean, votes * (1 - mean))
    }
    for voter in accuracies.indices {
      accuracies[voter] = min(max((right[voter] + a) / (cast[voter] + a + b), 0.005), 0.995)
    }
  }
}
