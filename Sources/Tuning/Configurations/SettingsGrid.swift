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
    var decisions: [[[Int]]] = [[], []]
    var quorums: [Int] = []
    for quorum in bins[0] {
      var settings = settings
      FractionField.quorum.set(quorum.value, in: &settings)
      let rules = settings.rules(weights: weights)
      let isQuorate = reachable.counts.map(rules.isQuorate)
      quorums.append(classes.number(ofQuorums: isQuorate))
      for (place, matters) in [kinds.normal, kinds.critical].enumerated() {
        decisions[place].append(
          matters
            ? reachable.decisions(
              bins[1 + place], settings, weights, isQuorate, critical: place == 1, &classes)
            : [0])
      }
    }
    self.decisions = decisions
    self.quorums = areQuorumsSeen ? quorums : nil
  }

  /// What a combination of bins decides, as numbers that are equal for equal decisions.
  func key(_ places: [Int]) -> [Int] {
    [decisions[0][places[0]][places[1]], decisions[1][places[0]][places[2]]]
      + (quorums.map { [$0[places[0]]] } ?? [])
  }
}

extension ReachableCounts {
  /// What settings with each of some thresholds decide, as numbers that are equal for equal decisions.
  ///
  /// Only shares that occur and that the rules look at tell two thresholds apart.
  fileprivate func decisions(
    _ thresholds: [FractionBin], _ settings: RuleSettings, _ weights: [Double],
    _ isQuorate: [Bool], critical: Bool, _ classes: inout DecisionClasses
  ) -> [Int] {
    let decide = sharesThatDecide(
      settings.rules(weights: weights), isQuorate, critical: critical)
    var known: [Int?: Int] = [:]
    return thresholds.map { threshold in
      let least = decide.indices.dropFirst(threshold.approvingFrom).first { decide[$0] }
      if let number = known[least] { return number }
      var settings = settings
      (critical ? FractionField.supermajority : .majority).set(threshold.value, in: &settings)
      let rules = settings.rules(weights: weights)
      let number = classes.number(of: counts.map { rules.decide($0, critical: critical) })
      known[least] = number
      return number
    }
  }

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
