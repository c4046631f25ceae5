import Experiments
import Reports
import Scenarios
import Testing

@testable import Tuning

/// What is found by a small search.
enum TunedSample {
  /// Four voters who never err, one of whom may be compromised; with more members of the scenario.
  static func four(_ more: String) -> String {
    """
    {"name": "four", "voters": [
      {"name": "m", "role": "honest", "count": 3, "accuracy": 1},
      {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
     "safeguards": {"authentication": "hmac"}, "workload": {"proposals": 5}\(more)}
    """
  }

  /// A threshold at which the liar decides, and one at which nobody does harm.
  static let sure = four(
    """
    , "config": {"majority_threshold": 0.9},
      "tune": {"objectives": ["false_rejection_rate"],
        "search": {"majority_threshold": [0.9, 0.6]},
        "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}
    """)

  /// A flood of which nothing is known without trials, which are not run.
  static let open = four(
    """
    , "tune": {"max_trials": 0, "search": {"ties": "all"}, "adversaries": [
        {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]}
    """)

  static func report(_ text: String) async throws -> TuneReport {
    let file = try ScenarioFile.checked(
      Array(text.utf8), overrides: [], vocabulary: .standard, isTuned: true
    ).file
    let workers = Workers(threads: 1, interruption: Interruption())
    var search = TuneSearch(try file.tuneCases.map { try TunePlan($0, .standard) })
    while !search.isOver {
      let outcomes = try search.units.indices.map { unit in
        try #require(search.outcome(ofUnit: unit, interruption: Interruption()))
      }
      #expect(await search.finishRound(outcomes, workers))
    }
    let cells = try #require(await search.tunedCells(file.tuneCases, workers: workers))
    return TuneReport(cells, of: file)
  }

  /// The same report with other cells.
  static func report(
    _ report: TuneReport, _ change: (TunedCell) -> TunedCell
  ) -> TuneReport {
    TuneReport(report.cells.map(change), of: report.file)
  }
}

extension TunedCell {
  /// The same cell with other ranges in which the advice holds, and another standing among draws.
  func replacing(_ stability: Stability, _ standing: DrawStanding?) -> TunedCell {
    TunedCell(
      tuned: tuned, study: study,
      recommendation: Recommendation(
        outcome: recommendation.outcome, path: recommendation.path,
        worstAdversary: recommendation.worstAdversary, withstood: recommendation.withstood,
        stability: stability, standing: standing), pairs: pairs, sensitivity: sensitivity)
  }

  /// The same cell with other shares of fields.
  func replacing(_ sensitivity: Sensitivity) -> TunedCell {
    TunedCell(
      tuned: tuned, study: study, recommendation: recommendation, pairs: pairs,
      sensitivity: sensitivity)
  }
}
