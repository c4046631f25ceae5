import Consensus

/// The search for the one group that explains votes best, from several starts.
struct MultiStartGroupSearch {
  private let votes: VoteMatrix
  private let model: GroupModel
  private let null: (parameters: GroupParameters, logLikelihood: Double)
  private let search: GreedyGroupSearch
  /// The blocs that pairwise tests find.
  private let pairBlocs: [[Int]]
  /// How much each pair looks like copying.
  let pairScores: PairTable

  init(_ votes: VoteMatrix) {
    self.votes = votes
    let blocked = BlockedVotes(votes)
    let count = votes.voterCount
    model = GroupModel(votes, blocked: blocked)
    null = model.fitNull(from: model.honestParameters())
    search = GreedyGroupSearch(
      model, nullLogLikelihood: null.logLikelihood, sizeMax: max(2, count / 2))
    let copying = Copying(votes, blocked: blocked).findBlocs(voterCount: count, alpha: 0.01)
    let sharedErrors = SharedErrors(votes, blocked: blocked)
      .findBlocs(voterCount: count, alpha: 0.01)
    pairBlocs = copying.blocs + sharedErrors.blocs
    pairScores = copying.scores
  }

  /// The best group, with its score against the best fit without one.
  func best() -> GreedyGroupSearch.Candidate? {
    guard
      var best = starts.map({ search.grow($0.members, from: $0.parameters) })
        .firstMax(by: \.score)
    else { return nil }
    // The fit without a group gets its chance from where the group's fit ended.
    let refitted = model.fitNull(from: best.parameters).logLikelihood
    best.score -= max(0, refitted - null.logLikelihood)
    return best
  }

  /// Groups and parameters to start from: pairs that look like copying, with voters as they seem
  /// without a group; then the most promising of all other groups, with nothing known of voters, as
  /// a large bloc may have passed for the truth.
  private var starts: [(members: [Int], parameters: GroupParameters)] {
    let fresh = GroupParameters(voterCount: votes.voterCount)
    let size = max(2, min(4, votes.voterCount / 4))
    let groups =
      GroupSeeds.highest(PairTable(kappaOf: votes), count: 2, size: size)
      + (GroupSeeds.fromPlane(votes) + pairBlocs)
      .filter { (2...search.sizeMax).contains($0.count) }
    let scores = groups.map { search.candidate($0, from: fresh, rounds: 3).score }
    let promising = groups.indices
      .sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }.prefix(4)
    return GroupSeeds.highest(pairScores, count: 2, size: 2)
      .map { ($0, null.parameters.withFreshPlan) } + promising.map { (groups[$0], fresh) }
  }
}
