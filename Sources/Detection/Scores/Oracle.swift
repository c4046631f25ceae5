import Consensus
import Maths

/// A bound on detectors: whether the true blocs stand out for an oracle that knows all but the
/// truth of the proposals.
///
/// The oracle knows the accuracies of every voter, the size of each bloc, the rate of its plan and
/// how often members follow it. It does not know that there is a bloc. So it finds a bloc only if
/// two conditions hold: no exchange of one member for one other voter makes the votes as likely,
/// and the votes are so much more likely than without a bloc that the difference exceeds the cost
/// of the choice of voters, and τ.
package struct Oracle: Sendable {
  /// For each voter the probabilities of approving warranted and of rejecting unwarranted
  /// proposals.
  package let accuracies: [SIMD2<Double>]
  /// The probability that a proposal is warranted.
  package let warranted: Double

  /// An oracle that knows the accuracies of all voters and the share of warranted proposals.
  package init(accuracies: [SIMD2<Double>], warranted: Double) {
    // With certainty one honest mistake would be impossible, and every hypothesis with it.
    self.accuracies = accuracies.map {
      $0.clamped(lowerBound: SIMD2(repeating: 1e-6), upperBound: SIMD2(repeating: 1 - 1e-6))
    }
    self.warranted = min(max(warranted, 1e-6), 1 - 1e-6)
  }

  /// How a bloc uses its plan.
  package struct PlanActivity: Sendable {
    /// The rate γ: how often the plan is active.
    package let rate: Double
    /// How often a member follows the active plan; otherwise it votes as usual.
    package let participation: Double

    /// The activity of a bloc whose members by default always follow the active plan.
    package init(rate: Double, participation: Double = 1) {
      self.rate = rate
      self.participation = participation
    }
  }

  /// Whether the oracle finds a true bloc with this activity.
  ///
  /// - Complexity: O(*k* · *n* · *m*) in the bloc's size, voters and proposals.
  package func recovers(
    _ bloc: [Int], _ activity: PlanActivity, in votes: VoteMatrix, tau: Double = 3
  ) -> Bool {
    isWorthReporting(bloc, activity, in: votes, tau: tau) && standsOut(bloc, activity, in: votes)
  }

  /// Whether the votes are so much more likely with the bloc that the oracle reports it.
  package func isWorthReporting(
    _ bloc: [Int], _ activity: PlanActivity, in votes: VoteMatrix, tau: Double = 3
  ) -> Bool {
    let logChoices =
      logGamma(Double(votes.voterCount + 1)) - logGamma(Double(bloc.count + 1))
      - logGamma(Double(votes.voterCount - bloc.count + 1))
    return gain(of: bloc, activity, in: votes) > logChoices + tau
  }

  /// The log likelihood ratio of the votes with a bloc and without.
  package func gain(of bloc: [Int], _ activity: PlanActivity, in votes: VoteMatrix) -> Double {
    precondition(bloc.count > 1, "a bloc has at least two voters")
    return Exchange(Array(bloc.dropFirst()), activity, oracle: self, votes: votes)
      .logLikelihood(with: bloc[0], votes, self)
  }

  /// Whether no exchange of one member for one other voter makes the votes as likely.
  package func standsOut(_ bloc: [Int], _ activity: PlanActivity, in votes: VoteMatrix) -> Bool {
    let others = (0..<votes.voterCount).filter { !bloc.contains($0) }
    return bloc.allSatisfy { member in
      let rest = bloc.filter { $0 != member }
      let exchange = Exchange(rest, activity, oracle: self, votes: votes)
      let own = exchange.logLikelihood(with: member, votes, self)
      return others.allSatisfy { exchange.logLikelihood(with: $0, votes, self) < own }
    }
  }

  /// The probability of a vote on a warranted and on an unwarranted proposal.
  fileprivate func likelihood(_ approves: Bool, of voter: Int) -> SIMD2<Double> {
    let accuracy = accuracies[voter]
    return approves ? SIMD2(accuracy.x, 1 - accuracy.y) : SIMD2(1 - accuracy.x, accuracy.y)
  }
}

extension Oracle.PlanActivity {
  /// The likelihood ratio of a member's vote with the plan and without.
  ///
  /// - Parameter isPlanned: Whether the vote follows the plan.
  fileprivate func ratio(_ likelihood: SIMD2<Double>, isPlanned: Bool) -> SIMD2<Double> {
    let idle = SIMD2<Double>(repeating: 1 - participation)
    return isPlanned ? idle + participation / likelihood : idle
  }
}

/// The weights of the votes of a bloc with one open place.
private struct Exchange {
  /// For each proposal, warranted or not: the probability of the facts and of a plan active for
  /// approval, divided by the likelihood of the other members' votes if honest.
  private var approving: [SIMD2<Double>] = []
  private var rejecting: [SIMD2<Double>] = []
  private let activity: Oracle.PlanActivity

  init(_ rest: [Int], _ activity: Oracle.PlanActivity, oracle: Oracle, votes: VoteMatrix) {
    self.activity = activity
    let prior = SIMD2(logarithm(oracle.warranted), logarithm(1 - oracle.warranted))
    var facts = [SIMD2<Double>](repeating: prior, count: votes.proposalCount)
    for voter in 0..<votes.voterCount {
      Self.add(voter, to: &facts, votes) { oracle.likelihood($0, of: voter) }
    }
    var approval = [SIMD2<Double>](repeating: .zero, count: votes.proposalCount)
    var rejection = approval
    for member in rest {
      Self.add(member, to: &approval, votes) { vote in
        activity.ratio(oracle.likelihood(vote, of: member), isPlanned: vote)
      }
      Self.add(member, to: &rejection, votes) { vote in
        activity.ratio(oracle.likelihood(vote, of: member), isPlanned: !vote)
      }
    }
    for proposal in facts.indices {
      let top = facts[proposal].max()
      let sum =
        top + logarithm(exponential(facts[proposal].x - top) + exponential(facts[proposal].y - top))
      approving.append(weight(facts[proposal] - sum + approval[proposal]))
      rejecting.append(weight(facts[proposal] - sum + rejection[proposal]))
    }
  }

  private func weight(_ exponents: SIMD2<Double>) -> SIMD2<Double> {
    0.5 * activity.rate * SIMD2(exponential(exponents.x), exponential(exponents.y))
  }

  /// The log likelihood ratio of all votes with a voter in the open place and without a bloc.
  func logLikelihood(with voter: Int, _ votes: VoteMatrix, _ oracle: Oracle) -> Double {
    let approval = oracle.likelihood(true, of: voter)
    let rejection = oracle.likelihood(false, of: voter)
    let approvalWithPlan = activity.ratio(approval, isPlanned: true)
    let rejectionWithPlan = activity.ratio(rejection, isPlanned: true)
    let againstPlan = activity.ratio(approval, isPlanned: false)
    var sum = 0.0
    let rows = zip(votes.approvals(of: voter), votes.rejections(of: voter))
    for (word, (approvals, rejections)) in rows.enumerated() {
      for bit in 0..<min(64, approving.count - word * 64) {
        let proposal = word * 64 + bit
        let (pro, contra) = (approving[proposal], rejecting[proposal])
        let plan =
          if approvals >> UInt64(bit) & 1 == 1 {
            (pro * approvalWithPlan + contra * againstPlan).laneSum
          } else if rejections >> UInt64(bit) & 1 == 1 {
            (pro * againstPlan + contra * rejectionWithPlan).laneSum
          } else {
            (pro + contra).laneSum
          }
        // The floor stands for 0, if a plan is always active and is not followed.
        sum += logarithm(1 - activity.rate + plan + 1e-300)
      }
    }
    return sum
  }

  /// Adds the logarithms of the weights of a voter's votes to the sums of their proposals.
  private static func add(
    _ voter: Int, to sums: inout [SIMD2<Double>], _ votes: VoteMatrix,
    weight: (Bool) -> SIMD2<Double>
  ) {
    let (approval, rejection) = (weight(true), weight(false))
    let logApproval = SIMD2(logarithm(approval.x), logarithm(approval.y))
    let logRejection = SIMD2(logarithm(rejection.x), logarithm(rejection.y))
    for proposal in BitIndices(votes.approvals(of: voter)) { sums[proposal] += logApproval }
    for proposal in BitIndices(votes.rejections(of: voter)) { sums[proposal] += logRejection }
  }
}
