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
  /// How far the cost of false approvals may move; nil if that is not known.
  package let costStability: CostStability?
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
    guard let harm = metrics.firstIndex(of: .expectedHarm) else { return .nothingFeasible }
    let candidates = configurations.indices.filter { configurations[$0].feasible != .no }
    // The worst that each may be decides which comes first.
    let keys = RankedKeys(
      candidates.map { place in
        let configuration = configurations[place]
        return [
          configuration.worst[harm].value.range, configuration.peace[harm].range,
          Double(configuration.changes)...Double(configuration.changes),
        ]
      })
    guard
      let first = candidates.indices.min(by: { one, other in
        let feasible = [one, other].map { configurations[candidates[$0]].feasible == .yes }
        return feasible[0] != feasible[1] ? feasible[0] : keys.mayBeWorse(other, than: one)
      })
    else { return .nothingFeasible }
    let isSure =
      configurations[candidates[first]].feasible == .yes
      && candidates.indices.allSatisfy { $0 == first || keys.isSurelyFirst(first, before: $0) }
    return isSure ? .found(candidates[first]) : .undecided(likeliest: candidates[first])
  }
}

/// Keys by which configurations are put in order, as ranks of what they may be.
private struct RankedKeys {
  private let keys: [[(low: Int, high: Int)]]

  init(_ ranges: [[ClosedRange<Double>?]]) {
    let count = ranges.first?.count ?? 0
    let ranked = (0..<count).map { place in
      RankedValues(ranges.flatMap { $0[place].map { [$0.lowerBound, $0.upperBound] } ?? [] })
    }
    keys = ranges.map { own in
      zip(own, ranked).map { range, values in
        range.map { (values.rank(of: $0.lowerBound), values.rank(of: $0.upperBound)) } ?? (-1, -1)
      }
    }
  }

  /// Whether one may be worse than another in the first key in which that may differ; of equal
  /// ones, whether it comes later.
  func mayBeWorse(_ one: Int, than other: Int) -> Bool {
    for (own, its) in zip(keys[one], keys[other]) where own.high != its.high {
      return own.high > its.high
    }
    return one > other
  }

  /// Whether one certainly comes before another.
  func isSurelyFirst(_ one: Int, before other: Int) -> Bool {
    for (own, its) in zip(keys[one], keys[other]) {
      if own.high < its.low { return true }
      if own.high > its.low { return false }
    }
    return one < other
  }
}
