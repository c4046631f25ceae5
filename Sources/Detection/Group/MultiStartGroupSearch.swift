import Consensus

/// Searches for the group that best explains the votes, from several starts.
struct MultiStartGroupSearch {
  private let votes: VoteMatrix
  private let model: GroupModel
  private let null: (parameters: GroupParameters, logLikelihood: Double)
  private let search: GreedyGroupSearch
  /// The blocs that pairwise tests find.
  private let pairBlocs: [[Int]]
  /// The copying score of each pair.
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
    // The fit without a group also starts from where the fit of the group ended, to be fair.
    let refitted = model.fitNull(from: best.parameters).logLikelihood
    best.score -= max(0, refitted - null.logLikelihood)
    return best
  }

  /// Groups and parameters to start from: first pairs that seem to copy, with the accuracies of the
  /// fit without a group; then the most promising other groups, with initial accuracies, because a
  /// large bloc may have been mistaken for the truth.
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
