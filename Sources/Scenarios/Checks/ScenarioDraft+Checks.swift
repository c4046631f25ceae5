import Agents
import Consensus
import Forms
import JSON
import Simulation
import Text

// Checks that need several parts of a cell.

extension ScenarioDraft {
  /// Reports parts that do not match; parts with other problems are skipped.
  func check(_ root: JSONCursor) {
    let places = DraftPlaces(root)
    checkNames(places)
    checkElectorate(places)
    checkPartitions(places)
    checkScripts(places)
    checkTargets(places)
    checkVictims(places)
    checkCosts(places)
    if checkDuration(places) { checkSize(places) }
  }

  private func checkNames(_ places: DraftPlaces) {
    var seen: Set<String> = []
    for (index, group) in groups.enumerated() where !group.name.isEmpty {
      if !seen.insert(group.name).inserted {
        places["voters", .index(index), "name"].report(
          "there is already a group '\(group.name)'; names must differ")
      }
    }
  }

  private func checkPartitions(_ places: DraftPlaces) {
    for (index, partition) in settings.network.partitions.enumerated()
    where places.isSound("network", "partitions", .index(index), "groups") {
      checkGroups(partition.groups) {
        places["network", "partitions", .index(index), "groups", .index($0)]
      }
    }
  }

  private func checkScripts(_ places: DraftPlaces) {
    for (index, group) in groups.enumerated() {
      checkScript(
        of: group.role, places["voters", .index(index)],
        areActionsKnown: places.isSound("workload", "actions"))
    }
  }

  /// Reports what the script of a role names and the scenario does not have.
  func checkScript(of role: Role, _ group: JSONCursor, areActionsKnown: Bool) {
    guard case .byzantine(let role) = role else { return }
    let places = DraftPlaces(group)
    for (number, step) in (role.script ?? []).enumerated()
    where places.isSound("script", .index(number)) {
      checkGroups(step.recipients) { places["script", .index(number), "to", .index($0)] }
      let votes = step.condition?.votes ?? []
      checkGroups(votes.map(\.group)) {
        places["script", .index(number), "when", "votes", .key(votes[$0].group)]
      }
      let actions = settings.workload.actions.map(\.name)
      for (position, action) in (step.condition?.actions ?? []).enumerated()
      where areActionsKnown && !isListed(action, among: actions) {
        places["script", .index(number), "when", "actions", .index(position)].report(
          unknownAction: action, among: actions)
      }
      if !votes.isEmpty && settings.mode == .replicated {
        places["script", .index(number), "when", "votes"].report(
          "votes are seen at the single ballot box, and mode 'replicated' has none")
      }
    }
  }

  /// Reports unknown names of groups, unless the name of some group could not be read.
  private func checkGroups(_ named: [String], at place: (Int) -> JSONCursor) {
    let names = groups.map(\.name)
    guard !names.isEmpty, !names.contains("") else { return }
    for (position, name) in named.enumerated() where !names.contains(name) {
      let hint = spellingHint(for: name, among: names)
      place(position).report(
        "there is no group '\(name.shortened)'\(hint); "
          + "the groups are \(names.joined(separator: ", "))")
    }
  }

  private func checkTargets(_ places: DraftPlaces) {
    guard places.isSound("workload", "targets") else { return }
    for (index, group) in groups.enumerated() {
      checkTargets(of: group.role, places["voters", .index(index)])
    }
  }

  /// Reports targets of a plan that the workload does not have.
  func checkTargets(of role: Role, _ group: JSONCursor) {
    guard case .colluding(let role) = role, let last = role.targets.last,
      last > settings.workload.targets
    else { return }
    DraftPlaces(group)["targets"].report(
      "worker-\(last) does not exist; workload.targets is \(settings.workload.targets)")
  }

  private func checkCosts(_ places: DraftPlaces) {
    guard places.isSound("workload", "actions") else { return }
    let known = settings.workload.actions.map(\.name)
    let prices = [
      ("false_approval", settings.costs.falseApproval),
      ("false_rejection", settings.costs.falseRejection),
      ("quorum_failure", settings.costs.quorumFailure),
    ]
    for (key, price) in prices {
      for action in price.exceptions.map(\.action) where !isKnown(action, among: known) {
        places["costs", .key(key), .key(action)].report(
          unknownAction: action, among: known + ["*"])
      }
    }
  }

  /// A well-known action may have a cost even if it is not proposed, because cost tables are
  /// shared.
  private func isKnown(_ action: String, among names: [String]) -> Bool {
    isListed(action, among: names) || ProposalAction(rawValue: action) != nil
  }

  private func isListed(_ action: String, among names: [String]) -> Bool {
    names.contains { $0.hasSameCodePoints(as: action) }
  }

  private func checkDuration(_ places: DraftPlaces) -> Bool {
    let seconds =
      Double(settings.workload.proposals) * settings.workload.interval.meanNanoseconds / 1e9
      + settings.workload.deadline.seconds
    if seconds <= ScenarioLimits.timeSecondsMax { return true }
    let last = JSONValue(shortest: ScenarioLimits.timeSecondsMax).text()
    places["workload"].report(
      "the proposals take longer than \(last) seconds; use fewer proposals or a shorter interval")
    return false
  }
}

extension JSONCursor {
  /// Reports an action that is not one of the workload's.
  fileprivate func report(unknownAction action: String, among names: [String]) {
    let hint = spellingHint(for: action, among: names)
    report(
      "the workload has no action '\(action.shortened)'\(hint); "
        + "the actions are \(names.joined(separator: ", "))")
  }
}
