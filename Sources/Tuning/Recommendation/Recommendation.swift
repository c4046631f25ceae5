import Consensus
import JSON
import Metrics
import Scenarios

/// The configuration to choose, and why.
package struct Recommendation: Sendable {
  /// What is found.
  package enum Outcome: Sendable, Equatable {
    /// The configuration at this place.
    case found(Int)
    /// None keeps all limits.
    case nothingFeasible
    /// It is not known which; the likeliest is at this place.
    case undecided(likeliest: Int)
  }

  /// What is found.
  package let outcome: Outcome
  /// The way from the scenario's own settings, one field at a time.
  package let path: [PathStep]
  /// Who is the worst for it.
  package let worstAdversary: WorstAdversary?
  /// How many faulty voters it withstands.
  package let withstood: [WithstoodFaults]
  /// How far the scenario may change before something else is better.
  package let stability: Stability
  /// In how many draws of the scenario it is the best; nil if there is only one.
  package let standing: DrawStanding?
}

/// A change of one field.
package struct PathStep: Sendable {
  /// The field.
  package let field: RuleField
  /// Its value before.
  package let before: JSONValue
  /// Its value after.
  package let after: JSONValue
  /// The worst of each metric after this and all earlier changes.
  package let worst: [WorstOfAdversaries]
  /// Each metric in peace after this and all earlier changes.
  package let peace: [PairValue]
}

/// The adversary who does the most harm.
package struct WorstAdversary: Sendable {
  /// Its name.
  package let name: String
  /// Whether trials can show what it does.
  package let canBeTraced: Bool
  /// The scenario with it in the seats, and with the configuration.
  package let scenario: Scenario
  /// The harmful outcome that is the most frequent; nil if none is known to come about soon.
  package let outcome: BadOutcome?
}

extension TuneStudy {
  /// What is found: the least harm at worst, then the least in peace, then the fewest changes.
  package var outcome: Recommendation.Outcome {
    let candidates = configurations.indices.filter { configurations[$0].feasible != .no }
    // The worst that each may be decides which comes first.
    let keys = RankedRanges.rows(
      candidates.map { place in
        let configuration = configurations[place]
        return [
          configuration.worst[plan.harm].value.range, configuration.peace[plan.harm].range,
          Double(configuration.changes)...Double(configuration.changes),
        ]
      })
    guard
      let first = candidates.indices.min(by: { one, other in
        let feasible = [one, other].map { configurations[candidates[$0]].feasible == .yes }
        return feasible[0] != feasible[1] ? feasible[0] : keys[one].comesBefore(keys[other])
      })
    else { return .nothingFeasible }
    let isSure =
      configurations[candidates[first]].feasible == .yes
      && candidates.indices.allSatisfy {
        $0 == first || (keys[first].surelyComesBefore(keys[$0]) ?? (first < $0))
          || isSurelyBetter(candidates[first], candidates[$0], plan.harm)
      }
    return isSure ? .found(candidates[first]) : .undecided(likeliest: candidates[first])
  }
}

extension RankedRanges {
  /// Whether the first value that may differ at worst is smaller; of equal ones, none is.
  fileprivate func comesBefore(_ other: RankedRanges) -> Bool {
    high.lexicographicallyPrecedes(other.high)
  }

  /// Whether the first value that differs is certainly smaller; nil if all are certainly equal.
  fileprivate func surelyComesBefore(_ other: RankedRanges) -> Bool? {
    for (own, its) in zip(high, other.low) where own != its { return own < its }
    return nil
  }
}
