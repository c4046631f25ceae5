import Agents
import JSON
import Metrics
import Text

// Checks of what `tune` is asked.

extension ScenarioDraft {
  /// Reports what of a request does not fit the cell.
  func checkTuning(_ root: JSONCursor) {
    guard let tuning else { return }
    let places = DraftPlaces(root)
    guard places.isSound("tune") else { return }
    for (index, metric) in (tuning.objectives ?? []).enumerated() {
      let place = places["tune", "objectives", .index(index)]
      check(metric, place, places)
      if metric.isJudged && metric.worsening == .neither {
        place.report("\(metric.rawValue) has no better or worse; it can only be limited")
      }
    }
    for (index, constraint) in (tuning.constraints ?? []).enumerated() {
      check(constraint.metric, places["tune", "constraints", .index(index), "metric"], places)
    }
    for (index, adversary) in (tuning.adversaries ?? []).enumerated() {
      guard case .group(let group) = adversary else { continue }
      let place = places["tune", "adversaries", .index(index)]
      if places.isSound("workload", "targets") { checkTargets(of: group.role, place) }
      checkScript(of: group.role, place, areActionsKnown: places.isSound("workload", "actions"))
    }
    checkSeats(tuning, places)
  }

  /// Reports a metric that `tune` cannot judge in this mode, or in any.
  private func check(_ metric: Metric, _ place: JSONCursor, _ places: DraftPlaces) {
    if metric.isJudged {
      if places.isSound("mode") { checkMode(metric, place) }
      return
    }
    place.report(
      "\(metric.rawValue) cannot be judged over all adversaries; the metrics that can are "
        + Metric.allCases.filter(\.isJudged).map(\.rawValue).joined(separator: ", "))
  }

  private func checkSeats(_ tuning: TuneRequest, _ places: DraftPlaces) {
    guard let counts, places.isSound("voters") else { return }
    func voters(where isChosen: (GroupDraft) -> Bool) -> Int {
      zip(groups, counts).filter { isChosen($0.0) }.reduce(0) { $0 + $1.1 }
    }
    if let faults = tuning.faults {
      let honest = voters { $0.role.kind == .honest }
      if faults > honest {
        places["tune", "faults"].report(
          "\(faults) seats are more than the \(honest.counting("honest voter")) of the scenario")
      }
    } else if let seats = tuning.seats {
      for seat in seats {
        let place = places["tune", "seats", .key(seat.group)]
        guard let index = groups.firstIndex(where: { $0.name.hasSameCodePoints(as: seat.group) })
        else {
          let hint = spellingHint(for: seat.group, among: groups.map(\.name))
          place.report(
            "there is no group '\(seat.group.shortened)'\(hint); the groups are "
              + groups.map(\.name).joined(separator: ", "))
          continue
        }
        if seat.count > counts[index] {
          place.report(
            "\(seat.count) seats are more than the \(counts[index].counting("voter")) of the group")
        }
      }
    } else if voters(where: \.role.isFaulty) == 0 {
      places["tune"].report(
        "there are no seats: no voter is byzantine or colluding; give faults, the number of honest "
          + "voters who may be compromised, or seats by group")
    }
  }
}

extension Metric {
  /// Whether `tune` knows an interval of it at any time.
  fileprivate var isJudged: Bool { hasParts && !isCount && !isOfDetector }
}
