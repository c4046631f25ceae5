import Consensus
import JSON

/// The configurations of a search that decide differently, each once.
package struct DistinctConfigurations {
  /// The configurations: by the combination of listed values that stands for them, then by their
  /// quorum and thresholds.
  package let configurations: [Configuration]
  /// The place of the one that the scenario's own settings are; nil if they are not searched.
  package let own: Int?
  /// Whether fractions are a grid, because voters of different weights have too many different sums
  /// to tell which of them decide alike.
  package let isGrid: Bool
  /// What is tried: the search, or its grid.
  let space: SearchSpace
  /// Each combination of listed values with its bins; none unless they are kept.
  let binned: [BinnedCombination]

  /// There are more configurations than allowed.
  package struct TooMany: Error, Equatable {}

  /// The distinct configurations of a search.
  ///
  /// - Parameters:
  ///   - groups: the number of voters of each group, with the weight of each, in the order of voters.
  ///   - kinds: whether an action may be ordinary, and whether it may be critical.
  ///   - areQuorumsSeen: whether it matters when the quorum is there, even if nothing is decided.
  ///   - countMax: the most configurations.
  ///   - keepsBins: whether it is kept which settings are which configuration.
  package init(
    of space: SearchSpace, groups: [(count: Int, weight: Double)],
    kinds: (normal: Bool, critical: Bool), areQuorumsSeen: Bool, countMax: Int,
    keepsBins: Bool = false
  ) throws(TooMany) {
    let groups = groups.filter { $0.count > 0 }
    let weights = groups.flatMap { Array(repeating: $0.weight, count: $0.count) }
    var classes = DecisionClasses()
    var grids: [SettingsGrid] = []
    var places: [Key: Int] = [:]
    var members: [[Member]] = []
    var binned: [BinnedCombination] = []
    for (number, settings) in space.combinations.enumerated() {
      let counted = settings.rules(weights: weights).weights(ofGroups: groups.map(\.count))
      guard let reachable = ReachableCounts(groups.joiningEqual(weighing: counted)) else {
        self = try Self(gridOf: space, kinds: kinds, countMax: countMax, keepsBins: keepsBins)
        return
      }
      let grid = SettingsGrid(
        settings, weights: weights, reachable, of: space, kinds: kinds,
        areQuorumsSeen: areQuorumsSeen, &classes)
      grids.append(grid)
      let others = settings.fieldsBesidesDecisions
      var numbers: [Int32] = []
      for member in grid.members(ofGrid: number) {
        let key = Key(decisions: grid.key(member.places), others: others)
        let known = places[key]
        if keepsBins { numbers.append(Int32(known ?? members.count)) }
        if let place = known {
          members[place].append(member)
        } else {
          if members.count == countMax { throw TooMany() }
          places[key] = members.count
          members.append([member])
        }
      }
      if keepsBins {
        binned.append(BinnedCombination(bins: grid.bins, configurations: numbers))
      }
    }
    let changes = grids.map { $0.settings.listedChanges(from: space.own) }
    configurations = members.map { Configuration($0, in: grids, changes, space) }
    own = grids.indices.first { changes[$0] == 0 }.flatMap { number in
      grids[number].places(of: space.own).flatMap { found in
        places[
          Key(decisions: grids[number].key(found), others: space.own.fieldsBesidesDecisions)]
      }
    }
    isGrid = false
    self.space = space
    self.binned = binned
  }

  /// A grid of fractions with small denominators, each a configuration of its own.
  private init(
    gridOf space: SearchSpace, kinds: (normal: Bool, critical: Bool), countMax: Int,
    keepsBins: Bool
  ) throws(TooMany) {
    func isIdle(_ field: FractionField) -> Bool {
      switch field {
      case .quorum: false
      case .majority: !kinds.normal
      case .supermajority: !kinds.critical
      }
    }
    var all = space.combinations
    let combinations = all.count
    var tried = space.fractions
    for field in FractionField.allCases where !isIdle(field) {
      guard let fractions = space.fractions[field] else { continue }
      let values = fractions.grid
      tried[field] = .among(values)
      if all.count * values.count > countMax { throw TooMany() }
      all = all.flatMap { settings in
        values.map { value in
          var changed = settings
          field.set(value, in: &changed)
          return changed
        }
      }
    }
    if all.count > countMax { throw TooMany() }
    configurations = all.map { settings in
      Configuration(
        settings: settings,
        ranges: Dictionary(
          uniqueKeysWithValues: FractionField.allCases.map { field in
            let value = field.value(in: settings)
            return (field, isIdle(field) ? Double.leastNonzeroMagnitude...1 : value...value)
          }), sameAs: [])
    }
    own = all.firstIndex(of: space.own)
    isGrid = true
    self.space = SearchSpace(own: space.own, choices: space.choices, fractions: tried)
    let bins = FractionField.allCases.map { field in
      if !isIdle(field), case .among(let values)? = tried[field] {
        return values.map { FractionBin(range: $0...$0, value: $0, approvingFrom: 0) }
      }
      return [.idle(field.value(in: space.own))]
    }
    let size = all.count / combinations
    binned = (0..<(keepsBins ? combinations : 0)).map { number in
      BinnedCombination(
        bins: bins, configurations: (number * size..<(number + 1) * size).map(Int32.init))
    }
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

extension SearchSpace.Fractions {
  /// Values that are tried where it is not known which of them decide alike: fractions with small
  /// denominators, or those that are listed.
  fileprivate var grid: [Double] {
    switch self {
    case .among(let values): return values
    case .within(let limits):
      let fractions = (1...12).flatMap { parts in (1...parts).map { Double($0) / Double(parts) } }
      let inside = Set(fractions.filter(limits.contains)).sorted()
      return inside.isEmpty ? [limits.middle] : inside
    }
  }
}

extension SettingsGrid {
  /// The combination that some settings are, which have the listed values of this grid; nil if it is
  /// not tried.
  fileprivate func places(of settings: RuleSettings) -> [Int]? {
    let found = FractionField.allCases.enumerated().compactMap { index, field in
      bins[index].firstIndex { $0.range.contains(field.value(in: settings)) }
    }
    return found.count == bins.count ? found : nil
  }

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
  fileprivate func listedChanges(from other: RuleSettings) -> Int {
    RuleField.all.count { field in
      FractionField(rawValue: field.key) == nil && field.value(in: self) != field.value(in: other)
    }
  }
}
