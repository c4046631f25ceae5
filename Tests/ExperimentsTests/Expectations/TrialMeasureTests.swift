import Metrics
import Scenarios
import Statistics
import Testing

@testable import Experiments

/// What an expectation looks at in each trial belongs to the metric it is about.
struct TrialMeasureTests {
  private static let bounds = [0.25, 0.5, 0.9]

  private static func scenario() throws -> Scenario {
    let limits = Metric.allCases.flatMap { metric in
      bounds.flatMap { bound in
        ["at_most", "at_least"].map { side in
          let detector = metric.isOfDetector ? #", "detector": "copying""# : ""
          return "{\"metric\": \"\(metric.rawValue)\", \"\(side)\": \(bound)\(detector)}"
        }
      }
    }
    return try ScenarioFile(
      parsing: """
        {"name": "measures", "trials": 24, "mode": "replicated",
         "voters": [
           {"name": "h", "role": "honest", "count": 5, "accuracy": 0.7, "abstain": 0.1,
            "latency": {"exponential": {"mean": 0.6}}},
           {"name": "r", "role": "colluding", "count": 2, "plan": "lockstep"},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "impersonate"}],
         "costs": {"false_approval": 2.5},
         "detectors": [{"method": "shared_errors"}, {"method": "copying"}],
         "workload": {"proposals": 30, "tally": "quorum"},
         "expect": [\(limits.joined(separator: ", "))]}
        """
    ).cells[0].scenario
  }

  /// Trials add up to the metric, or say on which side of the limit it is.
  @Test func trialsSayWhatTheMetricIs() throws {
    let scenario = try Self.scenario()
    var trials = Trials(scenario)
    let run = trials.scores(of: 1...scenario.trials)
    let scores = try #require(run)
    var counts = CellCounts()
    for var score in scores { counts.add(&score) }
    for claim in scenario.expectations.compactMap(\.metricClaim) {
      let metric = claim.metric
      let place = "\(metric) \(claim.limit)"
      let value = counts.measurement(of: metric, detector: claim.detector, in: scenario).value
      guard let measure = TrialMeasure(claim, in: scenario) else {
        #expect(metric.isCount, "\(place)")
        var test = CountTest(claim)
        for score in scores { test.add(test.sample(score)) }
        #expect(test.count == value, "\(place)")
        continue
      }
      let samples = scores.map(measure.sample)
      let units = samples.map(\.units).reduce(0, +)
      guard let value else {
        #expect(units == 0, "\(place)")
        continue
      }
      let mean = samples.map(\.total).reduce(0, +) / units
      #expect(samples.allSatisfy { $0.units <= measure.unitsMax }, "\(place)")
      #expect(
        samples.allSatisfy {
          $0.total >= measure.range.lowerBound * $0.units - 1e-9
            && $0.total <= measure.range.upperBound * $0.units + 1e-9
        }, "\(place)")
      if metric.hasParts {
        #expect((mean - value).magnitude <= 1e-9 * max(1, value.magnitude), "\(place)")
      } else if value.isInfinite
        || (value - claim.limit.bound).magnitude > 0.02 * value
      {
        // The mean of the other form lies on the side on which the metric lies.
        let isAbove = value > claim.limit.bound
        #expect(isAbove ? mean >= measure.limit : mean <= measure.limit, "\(place)")
      }
    }
  }
}
