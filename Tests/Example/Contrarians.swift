import Consensus
import Detection

extension Detector.Method {
  /// Voters who stand against the majority again and again, all in one bloc.
  static let contrarians = Detector.Method(
    name: "contrarians",
    summary: "Reports all voters together who often vote against the majority.",
    parameter: .threshold, standardValue: 0.4,
    parameterNote: "The share of its votes with which a voter stands against the majority."
  ) { votes, threshold in
    let shares = votes.sharesAgainstMajority
    let members = shares.indices.filter { shares[$0] >= threshold }
    var pairScores = PairTable(voterCount: votes.voterCount)
    for (a, b) in pairScores.pairs { pairScores[a, b] = min(shares[a], shares[b]) }
    let score = members.reduce(0) { $0 + shares[$1] } / Double(max(members.count, 1))
    return Findings(
      blocs: members.count < 2 ? [] : [Bloc(members: members, score: score)],
      pairScores: pairScores)
  }
}

extension VoteMatrix {
  /// For each voter, the share of its votes that the majority of all votes is against.
  fileprivate var sharesAgainstMajority: [Double] {
    var cast = Array(repeating: 0, count: voterCount)
    var against = cast
    for proposal in 0..<proposalCount {
      let votes = (0..<voterCount).map { vote(of: $0, on: proposal) }
      let approvals = votes.count { $0 == .approve }
      let rejections = votes.count { $0 == .reject }
      for (voter, vote) in votes.enumerated() where vote == .approve || vote == .reject {
        cast[voter] += 1
        if vote == .approve ? approvals < rejections : rejections < approvals {
          against[voter] += 1
        }
      }
    }
    return zip(against, cast).map { Double($0) / Double(max($1, 1)) }
  }
}
