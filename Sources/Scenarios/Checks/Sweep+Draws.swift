import Agents
import JSON
import Text

extension Sweep {
  /// Reports draws that cannot be tuned together, because they differ in more than in what may be
  /// true of one and the same panel.
  func checkDraws(_ root: JSONCursor, _ cells: [ScenarioCell]) {
    let places = DraftPlaces(root)
    // The last axis changes fastest.
    var stride: Int = cells.count
    for axis in axes {
      let size = axis.values.count
      stride /= max(1, size)
      guard axis.name == ScenarioFile.axisOfDraws else { continue }
      let step = stride
      for (draw, value) in axis.values.enumerated() {
        let differences = cells.indices.filter { $0 / stride % size == draw }.compactMap { index in
          cells[index].difference(fromDraw: cells[index - draw * step])
        }
        guard let difference = differences.first else { continue }
        places["sweep", .key(axis.name), .index(draw)].report(
          "\(value.text().shortened) has \(difference) than the first draw; draws are tuned together, and "
            + "may change only how voters see, abstain and take time, and the network")
      }
    }
  }
}

extension ScenarioCell {
  /// What differs from another draw of the same panel and may not; nil if nothing does, or if it is
  /// not tuned.
  fileprivate func difference(fromDraw other: ScenarioCell) -> String? {
    if tuning == nil { return nil }
    func kinds(_ scenario: Scenario) -> [String] { scenario.groups.map(\.role.kind.rawValue) }
    func sizes(_ scenario: Scenario) -> [Int] { scenario.groups.map(\.count) }
    func weights(_ scenario: Scenario) -> [Double] { scenario.groups.map(\.weight) }
    let differences: [(isThere: Bool, what: String)] = [
      (scenario.settings.mode != other.scenario.settings.mode, "another mode"),
      (
        scenario.ruleSettings != other.scenario.ruleSettings,
        "another configuration or other safeguards"
      ),
      (scenario.workload != other.scenario.workload, "another workload"),
      (scenario.settings.costs != other.scenario.settings.costs, "other costs"),
      (
        kinds(scenario) != kinds(other.scenario) || sizes(scenario) != sizes(other.scenario)
          || weights(scenario) != weights(other.scenario),
        "other roles, numbers or weights of voters"
      ),
      (tuning != other.tuning, "another request"),
    ]
    return differences.first(where: \.isThere)?.what
  }
}
