import Consensus

extension Detector.Method {
  /// The method of the protocol itself: cliques of raw agreement.
  public static let agreementCliques = Detector.Method(
    name: "agreement_cliques",
    summary:
      "Reports groups in which each pair often agrees, as the protocol itself does.",
    parameter: .threshold, standardValue: 0.9,
    parameterNote: "The lowest agreement of two voters in the same bloc."
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
