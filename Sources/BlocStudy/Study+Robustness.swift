import Detection
import SampleElectorates

extension Study {
  /// False alarms, and recovery of a third of the voters with a camouflage of one half, where the
  /// simplest assumptions do not hold.
  func robustness() -> [String] {
    var lines = ["case,trials,false_alarms,rate,low,high,exact,rate,low,high"]
    for (index, entry) in Self.disturbances.enumerated() {
      var (alarms, exact, trials) = (0, 0, 0)
      var cell = 2_000 + 100 * index
      for voters in [10, 31] {
        for proposals in [50, 300] {
          for accuracy in [0.75, 0.85, 0.95] {
            var design = ElectorateDesign(voters: voters, proposals: proposals, accuracy: accuracy)
            entry.disturb(&design)
            let honest = tally(design, Detector(.groupLikelihood), cell: cell, times: 5)
            design.blocs = [(voters - 1) / 3]
            design.camouflage = 0.5
            let colluding = tally(design, Detector(.groupLikelihood), cell: cell + 1, times: 5)
            cell += 2
            alarms += honest.reports
            exact += colluding.exact
            trials += honest.trials
          }
        }
      }
      lines.append(
        "\(entry.name),\(trials),\(alarms),\(Self.rate(alarms, of: trials)),\(exact),"
          + Self.rate(exact, of: trials))
    }
    return lines + rotation()
  }

  private static let disturbances:
    [(name: String, disturb: @Sendable (inout ElectorateDesign) -> Void)] =
      [
        ("plain", { _ in }),
        ("toss-ups 20 %", { $0.tossUps = 0.2 }),
        ("biased voters", { $0.bias = 0.12 }),
        ("abstention 30 %", { $0.abstention = 0.3 }),
        ("accuracies ± 0.1", { $0.jitter = 0.1 }),
        ("warranted 80 %", { $0.warranted = 0.8 }),
      ]

  /// A bloc of 10 in 31 whose members each skip half of the active rounds.
  private func rotation() -> [String] {
    [0.75, 0.85, 0.95].enumerated().map { index, accuracy in
      var design = ElectorateDesign(voters: 31, proposals: 300, accuracy: accuracy, blocs: [10])
      design.rotation = 0.5
      let tally = tally(design, Detector(.groupLikelihood), cell: 3_000 + index, times: 5)
      return "rotating bloc at \(accuracy),\(tally.trials),,,,,\(tally.exact),"
        + Self.rate(tally.exact, of: tally.trials)
    }
  }
}
