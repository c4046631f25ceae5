import Detection
import SampleElectorates

extension Study {
  /// Exact recovery over numbers of voters and proposals, accuracies, blocs and camouflage.
  ///
  /// Each row of the grid is followed by sums: over all cells, and over those with the same number
  /// of proposals or voters. They are means over cells, because all cells have the same number of
  /// trials.
  func grid() -> [String] {
    var lines = [
      "voters,proposals,accuracy,bloc,camouflage,trials,exact,oracle,informed_oracle"
    ]
    var sums: [(key: String, exact: Int, oracle: Int, informed: Int)] = []
    func add(_ key: String, _ tally: Tally) {
      let index = sums.firstIndex { $0.key == key } ?? sums.count
      if index == sums.count { sums.append((key, 0, 0, 0)) }
      sums[index].exact += tally.exact
      sums[index].oracle += tally.oracle
      sums[index].informed += tally.informedOracle
    }
    for (cell, design) in Self.gridDesigns.enumerated() {
      let tally = tally(design, Detector(.groupLikelihood), cell: cell)
      lines.append(
        "\(design.voters),\(design.proposals),\(design.accuracy),\(design.blocs[0]),\(design.camouflage),"
          + "\(tally.trials),\(tally.exact),\(tally.oracle),\(tally.informedOracle)")
      add("all", tally)
      add("\(design.proposals) proposals", tally)
      add("\(design.voters) voters", tally)
    }
    for sum in sums {
      let ratio = Self.number(Double(sum.exact) / Double(max(1, sum.oracle)))
      let informed = Self.number(Double(sum.exact) / Double(max(1, sum.informed)))
      lines.append(
        "# \(sum.key): exact \(sum.exact), oracle \(sum.oracle), ratio \(ratio); "
          + "informed oracle \(sum.informed), ratio \(informed)")
    }
    return lines
  }

  private static var gridDesigns: [ElectorateDesign] {
    var designs: [ElectorateDesign] = []
    for voters in [7, 31, 100] {
      for proposals in [20, 200, 1_000] {
        for accuracy in [0.7, 0.85, 0.97] {
          for bloc in [2, (voters - 1) / 3] {
            for camouflage in [0, 0.4, 0.8] {
              var design = ElectorateDesign(
                voters: voters, proposals: proposals, accuracy: accuracy)
              design.blocs = [bloc]
              design.camouflage = camouflage
              designs.append(design)
            }
          }
        }
      }
    }
    return designs
  }

  /// False alarms where all voters are honest and independent.
  func nulls() -> [String] {
    var lines = ["voters,proposals,accuracy,trials,false_alarms,rate,low,high"]
    var cell = 1_000
    for voters in [7, 16, 31, 100] {
      var (alarms, trials) = (0, 0)
      for proposals in [20, 200, 1_000] {
        for accuracy in [0.7, 0.85, 0.97] {
          let design = ElectorateDesign(voters: voters, proposals: proposals, accuracy: accuracy)
          let tally = tally(design, Detector(.groupLikelihood), cell: cell, times: 15)
          cell += 1
          lines.append(
            "\(voters),\(proposals),\(accuracy),\(tally.trials),\(tally.reports),"
              + Self.rate(tally.reports, of: tally.trials))
          alarms += tally.reports
          trials += tally.trials
        }
      }
      lines.append(
        "# \(voters) voters: \(alarms) of \(trials), \(Self.rate(alarms, of: trials))")
    }
    return lines
  }
}
