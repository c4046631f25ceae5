import Consensus
import Scenarios
import Tuning

/// The best configurations of a scenario, cell by cell.
public struct TuneReport: Sendable {
  /// The scenario.
  package let file: ScenarioFile
  /// Each cell with what was found.
  package let cells: [TunedCell]

  /// The report on what was found in each cell.
  package init(_ cells: [TunedCell], of file: ScenarioFile) {
    self.file = file
    self.cells = cells
  }

  /// What is found in all cells together; raw values are the words of files.
  public enum Status: String, Sendable {
    /// There is a recommendation for each cell.
    case recommended
    /// In some cell no configuration satisfies the constraints.
    case none
    /// In some cell it is not known what is best.
    case undecided
  }

  /// What is found in all cells together.
  public var status: Status {
    let all = cells.map(\.status)
    return all.contains(.none) ? .none : all.contains(.undecided) ? .undecided : .recommended
  }
}

extension TunedCell {
  /// What is found.
  var status: TuneReport.Status {
    switch recommendation.outcome {
    case .found: .recommended
    case .nothingFeasible: .none
    case .undecided: .undecided
    }
  }

  /// The configuration that is recommended, or likeliest to be.
  var chosen: TunedConfiguration? {
    recommendation.outcome.place.map { study.configurations[$0] }
  }

  /// The configuration of the scenario's own settings.
  var own: TunedConfiguration { study.configurations[study.plan.own] }

  /// The fields that are searched.
  var searched: [RuleField] { study.plan.request.fields.map(\.field) }
}
