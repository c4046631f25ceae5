import Consensus

extension Detector.Method {
  /// Cliques of chance-corrected agreement.
  public static let kappa = Detector.Method(
    name: "kappa",
    summary: """
      Reports groups in which each pair agrees more often than it would by chance, by Cohen's \
      kappa.
      """,
    parameter: .threshold, standardValue: 0.8,
    parameterNote: "The lowest agreement of two voters in the same bloc."
  ) { votes, threshold in
    Findings(cliquesOf: PairTable(kappaOf: votes), threshold: threshold)
  }
}

extension PairTable {
  /// Cohen's kappa of each pair: its agreement beyond what is expected from the voters' approval
  /// rates.
  ///
  /// - Complexity: O(*n*² · *m* ÷ 64) in voters and proposals.
  public init(kappaOf votes: VoteMatrix) {
    self.init(voterCount: votes.voterCount)
    for (index, (a, b)) in Array(pairs).enumerated() {
      let (alike, both) = votes.comparison(of: a, and: b)
      if both == 0 { continue }
      let shared = Double(both)
      let approvedA = Double(votes.approvals(of: a, wherePresent: b)) / shared
      let approvedB = Double(votes.approvals(of: b, wherePresent: a)) / shared
      let expected = approvedA * approvedB + (1 - approvedA) * (1 - approvedB)
      values[index] = (Double(alike) / shared - expected) / max(1 - expected, 1e-9)
    }
  }
}

extension VoteMatrix {
  /// The number of proposals that one voter approved and on which another did not abstain.
  fileprivate func approvals(of voter: Int, wherePresent other: Int) -> Int {
    var count = 0
    let approved = approvals(of: voter)
    for (word, (approvals, rejections)) in zip(approvals(of: other), rejections(of: other))
      .enumerated()
    {
      count += (approved[approved.startIndex + word] & (approvals | rejections)).nonzeroBitCount
    }
    return count
  }
}
