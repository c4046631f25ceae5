import Consensus
import TestSupport

extension Draw {
  /// Any safeguards that matter to guarantees, with what is given.
  package func safeguards(
    authentication: Safeguards.Authentication = .none, weightCap: Double? = nil,
    audit: Safeguards.Audit = .chained
  ) throws -> Safeguards {
    try Safeguards(
      quorum: element(of: Safeguards.Quorum.allCases),
      quorumUnit: element(of: Safeguards.QuorumUnit.allCases),
      ties: element(of: Safeguards.Ties.allCases), rule: element(of: Safeguards.Rule.allCases),
      tally: element(of: Safeguards.TallyTime.allCases), authentication: authentication,
      weightCap: weightCap, audit: audit)
  }

  /// A cap on weights, in one of seven cases.
  package func weightCap() -> Double? {
    bool(probability: 0.15) ? element(of: [0.2, 0.34, 0.5]) : nil
  }
}
