import Experiments
import Scenarios

/// A cell of a scenario with its best configuration.
package struct TunedCell: Sendable {
  /// The cell.
  package let cell: ScenarioCell
  /// What becomes of it under each configuration.
  package let study: TuneStudy
  /// What to choose.
  package let recommendation: Recommendation
  /// What is known of some configurations against each adversary, peace at last, by metric.
  package let pairs: [(configuration: Int, values: [[PairValue]])]
}

extension TunePlan {
  /// The best configuration of a cell, with the pairs of those configurations that matter; nil if
  /// interrupted.
  ///
  /// - Parameter told: is called as the work goes on.
  package func tunedCell(
    _ cell: ScenarioCell, workers: Workers,
    told: @escaping @Sendable (TuneProgress) -> Void = { _ in }
  ) async -> TunedCell? {
    guard let study = await study(workers: workers, told: told) else { return nil }
    told(.stability)
    guard
      let recommendation = await recommendation(
        from: study, workers: workers)
    else { return nil }
    let shown = study.configurations.indices.filter { place in
      request.tellsAllPairs == true || place == own || place == recommendation.outcome.place
        || study.configurations[place].front != .no
    }
    return TunedCell(
      cell: cell, study: study, recommendation: recommendation,
      pairs: shown.map { ($0, study.values(ofConfiguration: $0)) })
  }
}
