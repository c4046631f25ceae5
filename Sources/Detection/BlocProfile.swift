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

  /// How often the plan is active: γ.
  public let rate: Double
  /// How probable it is that a member follows the active plan: φ.
  public let fidelity: Double
  /// For each voter the log likelihood ratio of belonging to the bloc; those of other blocs have
  /// minus infinity.
  public let membership: [Double]
  /// For each proposal the probability that the plan was active.
  public let planProbabilities: [Double]

  /// Lockstep from φ = 0.9 on.
  public var kind: Kind { fidelity >= 0.9 ? .lockstep : .correlated }

  /// The profile of some voters, two or more, with some others left out of account.
  ///
  /// - Complexity: O(*n* · *m*) in voters and proposals, for each of some fifty rounds.
  public init(of members: [Int], in votes: VoteMatrix, leavingOut others: [Int] = []) {
    let voters = (0..<votes.voterCount).filter { members.contains($0) || !others.contains($0) }
    let places = voters.indices.filter { members.contains(voters[$0]) }
    let some = votes.restricted(to: voters)
    let model = GroupModel(some, blocked: BlockedVotes(some))
    let null = model.fitNull(from: model.honestParameters())
    let search = GroupSearch(
      model, nullLogLikelihood: null.logLikelihood, sizeMax: members.count)
    let starts = [null.parameters.withFreshPlan, GroupParameters(voterCount: voters.count)]
    let candidates = starts.map { search.candidate(places, from: $0, rounds: 25) }
    let best = candidates[0].score >= candidates[1].score ? candidates[0] : candidates[1]
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
  /// The profile of each bloc, or of so many, among the voters that no bloc listed before it took.
  public func profiles(in votes: VoteMatrix, first count: Int = .max) -> [BlocProfile] {
    var earlier: [Int] = []
    return blocs.prefix(count).map { bloc in
      defer { earlier += bloc.members }
      return BlocProfile(of: bloc.members, in: votes, leavingOut: earlier)
    }
  }
}
