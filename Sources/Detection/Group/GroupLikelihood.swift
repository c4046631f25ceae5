import Consensus
import Maths

/// Finds the group whose following a hidden plan explains the votes best.
struct GroupLikelihood {
  /// How much the gain must exceed what the choice of members costs.
  let tau: Double

  /// The blocs found, one after the other, each among the voters that are left; pairs are ranked by
  /// ``Copying``.
  func findings(in votes: VoteMatrix) -> Findings {
    var rest = Array(0..<votes.voterCount)
    var blocs: [Bloc] = []
    while blocs.count < 8 && rest.count >= 4 {
      guard let found = Self.best(in: votes.restricted(to: rest)), found.score > tau else { break }
      let members = found.members.map { rest[$0] }.sorted()
      blocs.append(Bloc(members: members, score: found.score))
      rest.removeAll(where: members.contains)
    }
    let pairScores = Copying(votes).findBlocs(voterCount: votes.voterCount, alpha: 0.01).scores
    return Findings(blocs: blocs, pairScores: pairScores)
  }

  /// The best group with its score against the best fit without one.
  static func best(in votes: VoteMatrix) -> GroupSearch.Candidate? {
    let blocked = BlockedVotes(votes)
    let model = GroupModel(votes, blocked: blocked)
    let null = model.fitNull(from: model.honestParameters())
    let search = GroupSearch(
      model, nullLogLikelihood: null.logLikelihood, sizeMax: max(2, votes.voterCount / 2))
    let candidates = starts(votes, blocked, search, null: null.parameters)
      .map { search.grow($0.members, from: $0.parameters) }
    guard var best = candidates.firstMax(by: \.score) else { return nil }
    // The fit without a group gets its chance from where the group's fit ended.
    let refitted = model.fitNull(from: best.parameters).logLikelihood
    best.score -= max(0, refitted - null.logLikelihood)
    return best
  }

  private static func starts(
    _ votes: VoteMatrix, _ blocked: BlockedVotes, _ search: GroupSearch, null: GroupParameters
  ) -> [(members: [Int], parameters: GroupParameters)] {
    let count = votes.voterCount
    let copying = Copying(votes, blocked: blocked)
      .findBlocs(voterCount: count, alpha: 0.01)
    let sharedErrors = SharedErrors(votes).findBlocs(voterCount: count, alpha: 0.01)
    let fresh = GroupParameters(voterCount: count)
    let kappa = PairTable(kappaOf: votes)
    let groups =
      GroupSeeds.highest(kappa, count: 2, size: max(2, min(4, count / 4)))
      + (GroupSeeds.fromPlane(votes) + copying.blocs + sharedErrors.blocs)
      .filter { (2...search.sizeMax).contains($0.count) }
    let promising = groups.map { (members: $0, score: search.candidate($0, from: fresh, rounds: 3).score) }
      .enumerated()
      .sorted { ($0.element.score, $1.offset) > ($1.element.score, $0.offset) }
      .prefix(4)
    return GroupSeeds.highest(copying.scores, count: 2, size: 2).map { ($0, null.withFreshPlan) }
      + promising.map { ($0.element.members, fresh) }
  }
}
