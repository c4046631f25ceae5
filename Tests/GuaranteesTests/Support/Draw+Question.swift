import Consensus
import Guarantees
import TestSupport

extension Draw {
  /// Any safeguards that matter to guarantees.
  func safeguards() throws -> Safeguards {
    let cap = bool(probability: 0.15) ? element(of: [0.2, 0.34, 0.5]) : nil
    return try Safeguards(
      quorum: element(of: Safeguards.Quorum.allCases),
      quorumUnit: element(of: Safeguards.QuorumUnit.allCases),
      ties: element(of: Safeguards.Ties.allCases), rule: element(of: Safeguards.Rule.allCases),
      tally: element(of: Safeguards.TallyTime.allCases), weightCap: cap)
  }

  /// A configuration whose shares are apt to be hit exactly.
  func config() throws -> ConsensusConfig {
    let shares = [0.5, 2.0 / 3, 0.7, 1, 0.1, 0.25, 0.3, 1.0 / 3, 0.6, 0.75, 0.9]
    return try ConsensusConfig(
      quorumFraction: element(of: shares), majorityThreshold: element(of: shares),
      supermajorityThreshold: element(of: shares))
  }

  /// A question about voters of these weights.
  func question(weights: [Double]) throws -> GuaranteeQuestion {
    try whole {
      GuaranteeQuestion(
        weights: weights, config: try config(), safeguards: try safeguards(),
        timing: element(of: Timing.allCases), counting: element(of: VoteCounting.allCases))
    }
  }
}

extension Safeguards {
  /// Every combination of the safeguards that matter to guarantees, but for a cap on weights.
  static var all: [Safeguards] {
    get throws {
      try Quorum.allCases.flatMap { quorum in
        try QuorumUnit.allCases.flatMap { unit in
          try Ties.allCases.flatMap { ties in
            try Rule.allCases.flatMap { rule in
              try TallyTime.allCases.map { tally in
                try Safeguards(
                  quorum: quorum, quorumUnit: unit, ties: ties, rule: rule, tally: tally)
              }
            }
          }
        }
      }
    }
  }
}
