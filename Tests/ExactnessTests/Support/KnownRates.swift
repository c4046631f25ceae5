import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// A scenario of a fixture, with rates that another program has worked out in exact fractions.
struct KnownRates {
  let line: String
  let scenario: Scenario
  let rates: [(metric: Metric, value: Double)]

  /// All lines of a fixture.
  static func all(_ fixture: String) throws -> [KnownRates] {
    try Fixture.lines(fixture).map { line in
      guard case .object(let known) = try JSONDocument(parsing: Array(line.utf8)).root.value,
        let scenario = known["scenario"], case .object(let rates)? = known["rates"]
      else { throw Failure.unreadable(line) }
      return KnownRates(
        line: line, scenario: try ScenarioFile(parsing: scenario.text()).cells[0].scenario,
        rates: try rates.members.map { name, rate in
          guard let metric = Metric(rawValue: name), case .number(let rate) = rate else {
            throw Failure.unreadable(line)
          }
          return (metric, rate.doubleValue)
        })
    }
  }

  private enum Failure: Error { case unreadable(String) }
}
