import Consensus

extension Detector.Method {
  /// Whole groups that seem to follow a hidden plan.
  public static let groupLikelihood = Detector.Method(
    name: "group_likelihood",
    summary: """
      Reports the group whose common hidden plan best explains the votes, then the next group, \
      and so on.
      """,
    parameter: .tau, standardValue: 3,
    parameterNote: "How much more likely the votes must be with the bloc than without."
  ) { votes, tau in
    GroupLikelihood(tau: tau).findings(in: votes)
  }
}

/// Finds the group whose common hidden plan explains the votes best.
struct GroupLikelihood {
  /// By how much the gain must exceed the cost of choosing the members.
  let tau: Double

  private static let blocsMax = 8
  /// With fewer voters a bloc cannot be distinguished from the others.
  private static let votersMin = 4

  /// The blocs, found one after the other among the remaining voters; pairs are ranked with
  /// ``Copying``.
  func findings(in votes: VoteMatrix) -> Findings {
    var rest = Array(0..<votes.voterCount)
    var blocs: [Bloc] = []
    var pairScores: PairTable?
    while blocs.count < Self.blocsMax && rest.count >= Self.votersMin {
      let hunt = MultiStartGroupSearch(votes.restricted(to: rest))
      if pairScores == nil { pairScores = hunt.pairScores }
      guard let found = hunt.best(), found.score > tau else { break }
      let members = found.members.map { rest[$0] }.sorted()
      blocs.append(Bloc(members: members, score: found.score))
      rest.removeAll(where: members.contains)
    }
    return Findings(
      blocs: blocs, pairScores: pairScores ?? PairTable(voterCount: votes.voterCount))
  }
}
