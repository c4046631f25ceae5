import Consensus

/// A repair: one safeguard with its strongest value.
package typealias Repair = SettingChange<Safeguards>

extension GuaranteeQuestion {
  /// The repairs that change something, in the order in which they are tried.
  var repairs: [Repair] {
    Safeguards.fields.filter { $0.repairRank != nil }
      .sorted { ($0.repairRank ?? 0) < ($1.repairRank ?? 0) }
      .compactMap { $0.repair(of: rules.safeguards, under: rules) }
  }
}
