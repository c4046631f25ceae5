import Detection
import Guarantees
import JSON
import Metrics
import Text

extension ScenarioDraft {
  /// Reports expectations on metrics that are not measured in this cell.
  ///
  /// - Parameter applies: Whether each expectation applies to this cell.
  func checkExpectations(_ root: JSONCursor, applies: [Bool]) {
    let places = DraftPlaces(root)
    guard expectations.count == applies.count, places.isSound("detectors") else { return }
    for (index, expectation) in expectations.enumerated() where applies[index] {
      let place = places["expect", .index(index)]
      guard place.isSound else { continue }
      if let metric = expectation.metric {
        if metric.isOfDetector {
          checkDetector(expectation, metric, places["expect", .index(index), "detector"])
        } else {
          checkMode(metric, places["expect", .index(index), "metric"])
        }
      }
      if let guarantee = expectation.guarantee {
        checkMode(guarantee, places["expect", .index(index), "guarantee"])
      }
    }
  }

  /// Reports a metric that is not measured in the mode of the scenario.
  func checkMode(_ metric: Metric, _ place: JSONCursor) {
    switch (metric.definition.modes, settings.mode) {
    case (.all, _), (.replicated, .replicated): break
    case (.replicated, .central):
      place.report(
        "\(metric.rawValue) is only measured in mode 'replicated'; the mode is 'central'")
    }
  }

  private func checkMode(_ guarantee: Guarantee, _ place: JSONCursor) {
    switch (guarantee, settings.mode) {
    case (.agreement, .central):
      place.report("agreement is about replicas, in mode 'replicated'; the mode is 'central'")
    case (.agreement, .replicated), (.noFalseApproval, _), (.noFalseRejection, _), (.decision, _):
      break
    }
  }

  private func checkDetector(
    _ expectation: ExpectationDraft, _ metric: Metric, _ place: JSONCursor
  ) {
    let metric = metric.rawValue
    let listed = settings.detectors.map(\.method.name).joined(separator: ", ")
    guard !settings.detectors.isEmpty else {
      return place.report("\(metric) needs a detector; the key 'detectors' lists none")
    }
    guard let method = expectation.detector else {
      if settings.detectors.count > 1 {
        place.report("there are several detectors; the key 'detector' must name one of \(listed)")
      }
      return
    }
    switch settings.detectors.filter({ $0.method == method }).count {
    case 1: break
    case 0: place.report("\(method.name) is not listed in 'detectors'; the detectors are \(listed)")
    default:
      place.report(
        "\(method.name) is listed more than once; it must be listed only once"
      )
    }
  }

  /// Reports conditions on unknown axes or unknown values.
  func checkConditions(_ root: JSONCursor, _ axes: [SweepAxis]) {
    let places = DraftPlaces(root)
    for (index, expectation) in expectations.enumerated() {
      for condition in expectation.conditions {
        let place = places["expect", .index(index), "where", .key(condition.axis)]
        for problem in condition.problems(with: axes) { place.report(problem) }
      }
    }
  }
}
