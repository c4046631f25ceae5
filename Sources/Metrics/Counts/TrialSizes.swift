/// How many units the trials of a cell can have, for each quotient.
///
/// Quotients are linear, so their numbers of units lie between those of extreme trials: all
/// proposals end alike.
struct TrialSizes {
  private let extremes: [TrialCounts]

  /// The sizes of trials with some counts together.
  init(_ counts: CellCounts, in scope: MetricScope) {
    let boxes = max(1, scope.boxes)
    // No stored number is larger.
    let roomMax = (1 << 48) / boxes
    let tried = scope.possibleCounts.proposalsTried
    let refused = Int(clamping: counts.total(of: .proposalsRefused) ?? 0)
    let most =
      scope.possibleCounts.hasFlood
      ? Int(min(scope.outcomesPerTrialMax / Double(boxes), Double(roomMax)).rounded(.up)) : tried
    extremes = [max(0, tried - refused), most].flatMap { proposals in
      Self.extremes(proposals: proposals, outcomes: proposals * scope.boxes)
    }
  }

  private static func extremes(proposals: Int, outcomes: Int) -> [TrialCounts] {
    let rows: [WritableKeyPath<TrialCounts, OutcomeCounts.Row>] = [
      \.outcomes.warranted, \.outcomes.unwarranted,
    ]
    return rows.flatMap { row in
      [(outcomes, 0), (0, outcomes)].flatMap { approved, undecided in
        [0, approved].map { decisions in
          var trial = TrialCounts()
          trial.proposals = proposals
          trial.decisions = decisions
          trial[keyPath: row].approved = approved
          trial[keyPath: row].undecided = undecided
          return trial
        }
      }
    }
  }

  /// The possible numbers of units of a quotient in a trial.
  func units(of quotient: Quotient<TrialScore>) -> ClosedRange<Int> {
    let sizes = extremes.map { quotient.counted($0).units }
    return (sizes.min() ?? 0)...(sizes.max() ?? 0)
  }
}

extension MetricScope {
  /// The number of ballot boxes.
  var boxes: Int { isReplicated ? honestVoters : 1 }
}
