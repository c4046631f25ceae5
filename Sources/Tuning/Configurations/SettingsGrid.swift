import Consensus

/// All combinations of the bins of each fraction under settings that share all other fields, each
/// with the number of what it decides.
struct SettingsGrid {
  /// The settings without their fractions.
  let settings: RuleSettings
  /// The bins of each fraction, in the order of `FractionField`.
  let bins: [[FractionBin]]
  /// What each bin of the quorum and of each threshold decides on actions of its kind, by the number
  /// of the quorum, then of the threshold.
  private let decisions: [[[Int]]]
  /// What each bin of the quorum counts as a quorum; nil if only decisions matter.
  private let quorums: [Int]?

  /// The grid under some settings.
  ///
  /// - Parameters:
  ///   - reachable: what the votes can add up to.
  ///   - kinds: whether an action may be ordinary, and whether it may be critical.
  ///   - areQuorumsSeen: whether it matters when the quorum is there.
  init(
    _ settings: RuleSettings, weights: [Double], _ reachable: ReachableCounts,
    of space: SearchSpace, kinds: (normal: Bool, critical: Bool), areQuorumsSeen: Bool,
    _ classes: inout DecisionClasses
  ) {
    func fractions(_ field: FractionField) -> SearchSpace.Fractions {
      space.fractions[field] ?? .among([field.value(in: settings)])
    }
    func thresholds(_ field: FractionField, matters: Bool) -> [FractionBin] {
      matters
        ? FractionBin.thresholds(settings, reachable, among: fractions(field))
        : [.idle(field.value(in: settings))]
    }
    self.settings = settings
    bins = [
      FractionBin.quorums(settings, weights: weights, reachable, among: fractions(.quorum)),
      thresholds(.majority, matters: kinds.normal),
      thresholds(.supermajority, matters: kinds.critical),
    ]
    var known: [Known: Int] = [:]
    var decisions: [[[Int]]] = [[], []]
    var quorums: [Int] = []
    for quorum in bins[0] {
      var settings = settings
      FractionField.quorum.set(quorum.value, in: &settings)
      let rules = settings.rules(weights: weights)
      let isQuorate = reachable.counts.map(rules.isQuorate)
      let number = classes.number(ofQuorums: isQuorate)
      quorums.append(number)
      for (place, isCritical) in [false, true].enumerated() {
        let matters = isCritical ? kinds.critical : kinds.normal
        let relevant = reachable.sharesThatDecide(rules, isQuorate, critical: isCritical)
        decisions[place].append(
          bins[1 + place].map { bin in
            if !matters { return 0 }
            // Only shares that occur and that the rules look at tell two thresholds apart.
            let next = relevant.indices.dropFirst(bin.approvingFrom).first { relevant[$0] }
            let key = Known(quorum: number, isCritical: isCritical, next: next ?? relevant.count)
            if let number = known[key] { return number }
            FractionField.supermajority.set(bin.value, in: &settings)
            FractionField.majority.set(bin.value, in: &settings)
            let rules = settings.rules(weights: weights)
            let answer = classes.number(
              of: reachable.counts.map { rules.decide($0, critical: isCritical) })
            known[key] = answer
            return answer
          })
      }
    }
    self.decisions = decisions
    self.quorums = areQuorumsSeen ? quorums : nil
  }

  private struct Known: Hashable {
    let quorum: Int
    let isCritical: Bool
    let next: Int
  }

  /// The number of combinations.
  var boxCount: Int { bins.reduce(1) { $0 * $1.count } }

  /// What a combination of bins decides, as numbers that are equal for equal decisions.
  func key(_ places: [Int]) -> [Int] {
    [decisions[0][places[0]][places[1]], decisions[1][places[0]][places[2]]]
      + (quorums.map { [$0[places[0]]] } ?? [])
  }
}

extension ReachableCounts {
  /// Whether the rules compare each share with the threshold.
  fileprivate func sharesThatDecide(
    _ rules: VotingRules, _ isQuorate: [Bool], critical: Bool
  ) -> [Bool] {
    var decide = Array(repeating: false, count: shares.count)
    for (index, count) in counts.enumerated() where isQuorate[index] {
      let isCompared =
        switch rules.safeguards.rule {
        case .ratio: true
        case .certificate: critical && count.approve >= rules.certificateSize
        }
      if isCompared, let place = places[index] { decide[place] = true }
    }
    return decide
  }
}
