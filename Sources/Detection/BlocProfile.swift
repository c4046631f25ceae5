import Consensus

/// How a bloc acts, as the group model sees it, whatever detector found it.
public struct BlocProfile: Sendable, Equatable {
  /// What kind of agreement it is.
  public enum Kind: String, Sendable {
    /// Members follow the plan almost without fail.
    case lockstep
    /// Members follow it now and then, or share what they see.
    case correlated
  }

  /// How much likelier a shared plan makes the votes than accuracies alone do, less what the choice
  /// of these voters costs: a difference of logarithms.
  public let gain: Double
  /// How often the plan is active: γ.
  public let rate: Double
  /// How probable it is that a member follows the active plan: φ.
  public let fidelity: Double
  /// For each voter the log likelihood ratio of belonging to the bloc; those of other blocs have
  /// minus infinity.
  public let membership: [Double]
  /// For each proposal the probability that the plan was active.
  public let planProbabilities: [Double]

  /// Voters who are left out of account, as they belong to other blocs.
  public let setAside: [Int]

  /// Whether the voters share a plan, by the measure of the detector that looks for plans: those who
  /// are merely right often agree, too.
  public var showsPlan: Bool { gain > Detector.Method.groupLikelihood.standardValue }

  /// Lockstep from φ = 0.9 on, where there is a plan.
  public var kind: Kind { showsPlan && fidelity >= 0.9 ? .lockstep : .correlated }
}

extension BlocProfile {
  /// The profile of some voters, two or more, with some others left out of account.
  ///
  /// - Complexity: O(*n* · *m*) in voters and proposals, for each of some fifty rounds.
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
  /// The profile of each bloc, or of so many.
  ///
  /// - Parameter plans: The blocs that the group model itself finds. Whoever of them is not in the
  ///   bloc is set aside: next to a ring honest voters would look like its counterpart, and half a
  ///   ring would look like voters who are merely right.
  public func profiles(
    in votes: VoteMatrix, beside plans: [Bloc], first count: Int = .max
  ) -> [BlocProfile] {
    let planners = plans.flatMap(\.members)
    return blocs.prefix(count).map { bloc in
      BlocProfile(of: bloc.members, in: votes, leavingOut: planners)
    }
  }
}
