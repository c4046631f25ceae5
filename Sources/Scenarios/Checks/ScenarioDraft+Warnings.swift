import Agents
import Consensus
import Forms
import JSON
import Simulation
import Text

// Checks of what is allowed, but hardly meant.

extension ScenarioDraft {
  /// Reports what is hardly meant in a cell without problems.
  func warn(_ root: JSONCursor) {
    let places = DraftPlaces(root)
    warnOfActions(places)
    warnOfExpiry(places)
    warnOfMissingHonesty(places)
    warnOfLateVotes(places)
    warnOfFaultsBesideSeats(places)
  }

  private func warnOfFaultsBesideSeats(_ places: DraftPlaces) {
    guard let counts, let tuning, tuning.faults != nil || tuning.seats != nil else { return }
    for (group, count) in zip(groups, counts) where group.role.isFaulty {
      let seats = (tuning.seats ?? []).first { $0.group.hasSameCodePoints(as: group.name) }?.count
      let others = count - (seats ?? 0)
      guard others > 0 else { continue }
      places["tune", .key(tuning.faults == nil ? "seats" : "faults")].report(
        "the \(others.counting(seats == nil ? "voter" : "other voter")) of group '\(group.name)' "
          + (others == 1 ? "misbehaves as it does" : "misbehave as they do")
          + ", beside those of the seats")
    }
  }

  /// `Terminate` and `terminat` are names like any other, and not critical.
  private func warnOfActions(_ places: DraftPlaces) {
    let critical = ProposalAction.allCases.filter(\.isCritical).map(\.rawValue)
    for action in settings.workload.actions.map(\.name)
    where ProposalAction(rawValue: action) == nil {
      guard let meant = closestSpelling(to: action, among: critical) else { continue }
      places["workload", "actions", .key(action)].report(
        "'\(action.shortened)' is not critical; did you mean '\(meant)', which is?")
    }
  }

  private func warnOfExpiry(_ places: DraftPlaces) {
    let expiry = settings.config.defaultExpirySeconds.value
    let deadline = settings.workload.deadline.seconds
    guard expiry > 0, expiry < deadline, settings.safeguards.tally == .anytime,
      settings.workload.tally == .deadline
    else { return }
    places["config", "default_expiry_seconds"].report(
      "proposals expire after \(expiry.shortest) s, before the tally after \(deadline.shortest) s, "
        + "so no tally at the deadline decides; use at least the deadline, or 0 for never")
  }

  private func warnOfMissingHonesty(_ places: DraftPlaces) {
    guard let counts, !zip(groups, counts).contains(where: { $0.isHonest && $1 > 0 }) else {
      return
    }
    places["voters"].report("there is no honest voter, so nobody votes by the facts")
  }

  private func warnOfLateVotes(_ places: DraftPlaces) {
    guard let counts else { return }
    let network = settings.network
    let held = network.scheduler == .adversarial ? network.delayMax ?? .zero : .zero
    for (index, (group, count)) in zip(groups, counts).enumerated()
    where group.isHonest && count > 0 {
      let thinking = group.group.latency ?? .constant(.zero)
      let least = thinking.least + network.latency.least + held
      guard least > settings.workload.deadline else { continue }
      places["voters", .index(index), "latency"].report(
        "the votes of group '\(group.name)' take at least \(least.seconds.shortest) s, longer than "
          + "the deadline of \(settings.workload.deadline.seconds.shortest) s, so none arrives in time"
      )
    }
  }
}

extension GroupDraft {
  fileprivate var isHonest: Bool {
    if case .honest = group.role { true } else { false }
  }
}

extension Sweep {
  /// Reports the axes that change nothing in any cell.
  func warn(_ root: JSONCursor, _ cells: [ScenarioCell]) {
    let places = DraftPlaces(root)
    // The last axis changes fastest.
    var stride = cells.count
    for axis in axes {
      let size = axis.values.count
      stride /= max(1, size)
      guard size > 1,
        cells.indices.allSatisfy({ index in
          let first = index - index / stride % size * stride
          return cells[index].scenario.actsAs(cells[first].scenario)
            && cells[index].tuning == cells[first].tuning
        })
      else { continue }
      places["sweep", .key(axis.name)].report(
        "no \(axis.variants == nil ? "value" : "variant") of this axis changes anything; "
          + "all its cells give the same numbers")
    }
  }
}

extension Scenario {
  /// Whether trials of both are the same: groups without voters make no difference.
  fileprivate func actsAs(_ other: Scenario) -> Bool {
    settings == other.settings
      && groups.filter { $0.count > 0 } == other.groups.filter { $0.count > 0 }
  }
}
