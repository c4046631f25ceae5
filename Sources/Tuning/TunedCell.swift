import Scenarios

/// A cell of a scenario, or all draws of one, with the best configuration.
package struct TunedCell: Sendable {
  /// What was tuned.
  package let tuned: TuneCase
  /// What becomes of it under each configuration.
  package let study: TuneStudy
  /// What to choose.
  package let recommendation: Recommendation
  /// What is known of some configurations against each adversary, peace at last, by metric.
  package let pairs: [(configuration: Int, values: [[PairValue]])]
  /// How much each searched field matters; nil if nobody asks.
  package let sensitivity: Sensitivity?
}

extension TuneSearch {
  /// The best configuration of each case, once the search is over, with the pairs of those
  /// configurations that matter; nil if interrupted.
  package func tunedCells(
    _ cases: [TuneCase], workers: Workers
  ) async -> [TunedCell]? {
    precondition(isOver, "a search that is not over has found nothing yet")
    var cells: [TunedCell] = []
    for (tuned, study) in zip(cases, studies) {
      let plan = study.plan
      guard let recommendation = await plan.recommendation(from: study, workers: workers)
      else { return nil }
      let shown = study.configurations.indices.filter { place in
        plan.request.tellsAllPairs == true || place == plan.own
          || place == recommendation.outcome.place || study.configurations[place].front != .no
      }
      cells.append(
        TunedCell(
          tuned: tuned, study: study, recommendation: recommendation,
          pairs: shown.map { ($0, study.values(ofConfiguration: $0)) },
          sensitivity: Sensitivity(study)))
    }
    return cells
  }
}
