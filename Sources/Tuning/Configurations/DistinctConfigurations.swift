import Consensus
import JSON

/// The configurations of a search that decide differently, each once.
package struct DistinctConfigurations {
  /// The configurations: by the combination of listed values that stands for them, then by their
  /// quorum and thresholds.
  package let configurations: [Configuration]

  /// Why there is no list of them.
  package enum Problem: Error, Equatable {
    /// Voters of different weights have too many different sums.
    case tooManySums
    /// There are more configurations than this.
    case moreThan(Int)
  }

  /// The distinct configurations of a search.
  ///
  /// - Parameters:
  ///   - groups: the number of voters of each group, with the weight of each, in the order of voters.
  ///   - kinds: whether an action may be ordinary, and whether it may be critical.
  ///   - areQuorumsSeen: whether it matters when the quorum is there, even if nothing is decided.
  ///   - countMax: the most configurations.
  package init(
    of space: SearchSpace, groups: [(count: Int, weight: Double)],
    kinds: (normal: Bool, critical: Bool), areQuorumsSeen: Bool, countMax: Int
  ) throws(Problem) {
    let groups = groups.filter { $0.count > 0 }
    let weights = groups.flatMap { Array(repeating: $0.weight, count: $0.count) }
    var classes = DecisionClasses()
    var grids: [SettingsGrid] = []
    var places: [Key: Int] = [:]
    var members: [[Member]] = []
    for (number, settings) in space.combinations.enumerated() {
      let counted = settings.rules(weights: weights).weights(ofGroups: groups.map(\.count))
      guard let reachable = ReachableCounts(groups.joiningEqual(weighing: counted)) else {
        throw .tooManySums
      }
      let grid = SettingsGrid(
        settings, weights: weights, reachable, of: space, kinds: kinds,
        areQuorumsSeen: areQuorumsSeen, &classes)
      grids.append(grid)
      let others = settings.fieldsBesidesDecisions
      for member in grid.members(ofGrid: number) {
        let key = Key(decisions: grid.key(member.places), others: others)
        if let place = places[key] {
          members[place].append(member)
        } else {
          if members.count == countMax { throw .moreThan(countMax) }
          places[key] = members.count
          members.append([member])
        }
      }
    }
    let changes = grids.map { $0.settings.changes(from: space.own) }
    configurations = members.map { Configuration($0, in: grids, changes, space) }
  }

  private struct Key: Hashable {
    let decisions: [Int]
    let others: [String]
  }
}

/// A combination of bins of a grid.
struct Member: Hashable, Sendable {
  /// The number of the grid.
  let grid: Int
  /// The places of the bins, in the order of `FractionField`.
  let places: [Int]
}

extension SettingsGrid {
  /// All combinations; the last fraction changes fastest.
  fileprivate func members(ofGrid number: Int) -> [Member] {
    bins[0].indices.flatMap { quorum in
      bins[1].indices.flatMap { majority in
        bins[2].indices.map { Member(grid: number, places: [quorum, majority, $0]) }
      }
    }
  }
}

extension RuleSettings {
  /// The values of the fields that do more than decide on a count of votes, as JSON.
  ///
  /// What protects the audit log changes no decision.
  fileprivate var fieldsBesidesDecisions: [String] {
    RuleField.all.filter { !Self.fieldsOfDecisions.contains($0.key) }
      .map { $0.value(in: self).text() }
  }

  private static let fieldsOfDecisions =
    FractionField.allCases.map(\.rawValue)
    + ["quorum", "quorum_unit", "ties", "rule", "weight_cap", "audit"]
}

extension [(count: Int, weight: Double)] {
  /// The groups, those of equal weight as one, with what each weighs after any cap.
  fileprivate func joiningEqual(weighing counted: [Double]) -> [(count: Int, weight: Double)] {
    var joined: [(count: Int, weight: Double)] = []
    var originals: [Double] = []
    for (group, weight) in zip(self, counted) {
      if let place = originals.firstIndex(of: group.weight) {
        joined[place].count += group.count
      } else {
        originals.append(group.weight)
        joined.append((group.count, weight))
      }
    }
    return joined
  }
}

extension RuleSettings {
  /// The number of fields, apart from fractions, that differ from other settings.
  fileprivate func changes(from other: RuleSettings) -> Int {
    RuleField.all.count { field in
      FractionField(rawValue: field.key) == nil && field.value(in: self) != field.value(in: other)
    }
  }
}
