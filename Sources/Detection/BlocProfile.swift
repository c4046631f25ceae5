import Consensus

/// How a bloc acts according to the group model, whichever detector found it.
public struct BlocProfile: Sendable, Equatable {
  /// The kind of agreement.
  public enum Kind: String, Sendable {
    /// Members almost always follow the plan.
    case lockstep
    /// Members follow it at times, or share what they see.
    case correlated
  }

  /// The log likelihood ratio of a shared plan and of accuracies alone, minus the cost of choosing
  /// these voters.
  public let gain: Double
  /// The rate γ: how often the plan is active.
  public let rate: Double
  /// The fidelity φ: the probability that a member follows the active plan.
  public let fidelity: Double
  /// For each voter the log likelihood ratio of membership; minus infinity for members of other
  /// blocs.
  public let membership: [Double]
  /// For each proposal the probability that the plan was active.
  public let planProbabilities: [Double]

  /// Voters that are left out, because they belong to other blocs.
  public let setAside: [Int]

  /// Whether the voters share a plan, according to the detector that looks for plans: accurate
  /// voters also agree often.
  public var showsPlan: Bool { gain > Detector.Method.groupLikelihood.standardValue }

  /// Lockstep if there is a plan with a fidelity of at least 0.9.
  public var kind: Kind { showsPlan && fidelity >= 0.9 ? .lockstep : .correlated }
}

extension BlocProfile {
  /// The profile of two or more voters, with some others left out.
  ///
  /// - Complexity: O(*n* · *m*) in voters and proposals, for each of about fifty rounds.
  public init(of members: [Int], in votes: VoteMatrix, leavingOut others: [Int] = []) {
    let voters = (0..<votes.voterCount).filter { members.contains($0) || !others.contains($0) }
    let places = voters.indices.filter { members.contains(voters[$0]) }
    let some = votes.restricted(to: voters)
    let model = GroupModel(some, blocked: BlockedVotes(some))
    let null = model.fitNull(from: model.honestParameters())
    let search = GreedyGroupSearch(
      model, nullLogLikelihood: null.logLikelihood, sizeMax: members.count)
    let starts = [null.parameters.withFreshPlan, GroupParameters(voterCount: voters.count)]
    let candidates = starts.map { search.candidate(places, from: $0, rounds: 25) }
    let best = candidates[0].score >= candidates[1].score ? candidates[0] : candidates[1]
    gain = best.score
    setAside = others.filter { !members.contains($0) }.sorted()
    rate = best.parameters.rate
    fidelity = best.parameters.fidelity
    planProbabilities = (0..<votes.proposalCount).map { best.posterior.activity(on: $0) }
    var membership = Array(repeating: -Double.infinity, count: votes.voterCount)
    for (place, gain) in search.gains(best).enumerated() {
      membership[voters[place]] = places.contains(place) ? -gain : gain
    }
    self.membership = membership
  }
}

extension Findings {
  /// The profiles of the blocs, or of the first of them.
  ///
  /// - Parameter plans: The blocs that the group model itself finds. Their members outside the bloc
  ///   are left out: next to a ring honest voters would look like its counterpart, and half a ring
  ///   would look like merely accurate voters.
  public func profiles(
    in votes: VoteMatrix, beside plans: [Bloc], first count: Int = .max
  ) -> [BlocProfile] {
    let planners = plans.flatMap(\.members)
    return blocs.prefix(count).map { bloc in
      BlocProfile(of: bloc.members, in: votes, leavingOut: planners)
    }
  }
}
