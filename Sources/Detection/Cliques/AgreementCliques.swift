import Consensus

extension Detector.Definition {
  /// The protocol's own: cliques of raw agreement.
  static let agreementCliques = Detector.Definition(
    parameter: .threshold, standardValue: 0.9,
    parameterNote: "The agreement from which on two voters belong together."
  ) { votes, threshold in
    Findings(cliquesOf: PairTable(agreementOf: votes), threshold: threshold)
  }
}

extension PairTable {
  /// The agreement of each pair, as the protocol counts it.
  public init(agreementOf votes: VoteMatrix) {
    self.init(voterCount: votes.voterCount)
    for (index, (a, b)) in Array(pairs).enumerated() {
      values[index] = votes.agreement(of: a, and: b)
    }
  }
}
