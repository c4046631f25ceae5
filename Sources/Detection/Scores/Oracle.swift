import Consensus
import Maths

/// What could be known at best: whether the true blocs stand out for someone who knows all but the
/// truth of the proposals.
///
/// The oracle knows every voter's accuracies, each bloc's size, how often its plan is active and how
/// often a member follows it then. It does not know that there is a bloc. So it recovers one if
/// no exchange of one member for one other voter makes the votes as likely, and if the votes are so
/// much likelier than without a bloc that it would speak up: by more than what the choice of so many
/// voters costs, and τ.
public struct Oracle: Sendable {
  /// For each voter the probability of approving what is warranted and of rejecting what is not.
  public let accuracies: [SIMD2<Double>]
  /// The probability that a proposal is warranted.
  public let warranted: Double

  /// An oracle that knows the voters.
  public init(accuracies: [SIMD2<Double>], warranted: Double) {
    // Certainty would make one honest slip impossible, and with it every hypothesis.
    self.accuracies = accuracies.map {
      $0.clamped(lowerBound: SIMD2(repeating: 1e-6), upperBound: SIMD2(repeating: 1 - 1e-6))
    }
    self.warranted = min(max(warranted, 1e-6), 1 - 1e-6)
  }

  /// How a bloc uses its plan.
  public struct PlanActivity: Sendable {
    /// How often the plan is active: γ.
    public let rate: Double
    /// How often a member follows the active plan, voting as it otherwise does where it does not.
    public let participation: Double

    /// The activity of a bloc whose members follow the active plan, always unless told otherwise.
    public init(rate: Double, participation: Double = 1) {
      self.rate = rate
      self.participation = participation
    }
  }

  /// Whether the oracle recovers a true bloc of some activity.
  ///
  /// - Complexity: O(*k* · *n* · *m*) in the bloc's size, voters and proposals.
  public func recovers(
    _ bloc: [Int], _ activity: PlanActivity, in votes: VoteMatrix, tau: Double = 3
  ) -> Bool {
    isWorthReporting(bloc, activity, in: votes, tau: tau) && standsOut(bloc, activity, in: votes)
  }

  /// Whether a bloc makes the votes so much likelier that there must be one.
  public func isWorthReporting(
    _ bloc: [Int], _ activity: PlanActivity, in votes: VoteMatrix, tau: Double = 3
  ) -> Bool {
    let logChoices =
      logGamma(Double(votes.voterCount + 1)) - logGamma(Double(bloc.count + 1))
      - logGamma(Double(votes.voterCount - bloc.count + 1))
    return gain(of: bloc, activity, in: votes) > logChoices + tau
  }

  /// By how much a bloc makes the votes likelier: a difference of logarithms.
  public func gain(of bloc: [Int], _ activity: PlanActivity, in votes: VoteMatrix) -> Double {
    precondition(bloc.count > 1, "a bloc has at least two voters")
    return Exchange(Array(bloc.dropFirst()), activity, oracle: self, votes: votes)
      .logLikelihood(with: bloc[0], votes, self)
  }

  /// Whether no exchange of one member for one other voter makes the votes as likely.
  public func standsOut(_ bloc: [Int], _ activity: PlanActivity, in votes: VoteMatrix) -> Bool {
    let others = (0..<votes.voterCount).filter { !bloc.contains($0) }
    return bloc.allSatisfy { member in
      let rest = bloc.filter { $0 != member }
      let exchange = Exchange(rest, activity, oracle: self, votes: votes)
      let own = exchange.logLikelihood(with: member, votes, self)
      return others.allSatisfy { exchange.logLikelihood(with: $0, votes, self) < own }
    }
  }

  /// How probable a vote is where the proposal is warranted, and where it is not.
  fileprivate func likelihood(_ approves: Bool, of voter: Int) -> SIMD2<Double> {
    let accuracy = accuracies[voter]
    return approves ? SIMD2(accuracy.x, 1 - accuracy.y) : SIMD2(1 - accuracy.x, accuracy.y)
  }
}

extension Oracle.PlanActivity {
  /// By how much likelier the plan makes a member's vote than it would be without.
  ///
  /// - Parameter isPlanned: Whether the vote is that of the plan.
  fileprivate func ratio(_ likelihood: SIMD2<Double>, isPlanned: Bool) -> SIMD2<Double> {
    let idle = SIMD2<Double>(repeating: 1 - participation)
    return isPlanned ? idle + participation / likelihood : idle
  }
}

/// A bloc that lacks one member: what its votes weigh, with the place still open.
private struct Exchange {
  /// For each proposal, by whether it is warranted: the probability of the facts and of the plan
  /// being active for approval, over the likelihood of the rest's votes if honest.
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

  /// The log likelihood of all votes with a voter in the open place, less that without a bloc.
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
        // The floor stands for the impossible: a plan that is always active and not followed.
        sum += logarithm(1 - activity.rate + plan + 1e-300)
      }
    }
    return sum
  }

  /// Adds the logarithm of what a voter's votes weigh to the sums of their proposals.
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
