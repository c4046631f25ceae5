import Consensus
import Metrics
import Scenarios

extension TunePlan {
  /// The stability of a configuration against a change of costs.
  func costStability(
    of chosen: Int, in study: TuneStudy, workers: Workers
  ) async -> StabilityAnswer<CostStability> {
    let attackers = attackers
    // The best adversary aims at what costs most, which changes with the costs.
    guard attackers.allSatisfy({ $0.kind == .voters }) else { return .unknown }
    let rivals = study.configurations.indices.filter {
      study.configurations[$0].feasible != .no || $0 == chosen
    }
    let settings = rivals.map { configurations[$0].settings }
    let found = await workers.each(attackers.count) { number in
      attackers[number].harmOfFalseApprovals(under: settings)
    }
    guard let found else { return .interrupted }
    var lines: [[HarmLine]?] = Array(repeating: nil, count: configurations.count)
    for (place, rival) in rivals.enumerated() {
      let own = zip(study.known[rival].map(means), found).compactMap { known, falseApprovals in
        HarmLine(known[harm], falseApprovals[place])
      }
      // Without some lines a rival may be worse, which leaves the range narrow; but so may this one.
      if rival == chosen && own.count < found.count { return .unknown }
      lines[rival] = own
    }
    return .known(CostStability(of: chosen, among: lines))
  }
}

extension SeatAdversary {
  /// The harm under each of some settings if only false approvals cost anything.
  fileprivate func harmOfFalseApprovals(under settings: [RuleSettings]) -> [PairValue] {
    changing(\.withCostsOfFalseApprovalsOnly)
      .values(under: settings, of: [.expectedHarm]).map { $0[0] }
  }
}

extension HarmLine {
  /// The line of a harm of which a part comes of false approvals; nil unless both are known.
  fileprivate init?(_ harm: PairValue, _ falseApprovals: PairValue) {
    guard let all = harm.value, let part = falseApprovals.value else { return nil }
    self.init(falseApprovals: part, rest: max(0, all - part))
  }
}
