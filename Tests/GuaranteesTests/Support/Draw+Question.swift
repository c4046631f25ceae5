import Consensus
import ConsensusTestSupport
import Guarantees
import TestSupport

extension Draw {
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
        weights: weights, config: try config(), safeguards: try safeguards(weightCap: weightCap()),
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
