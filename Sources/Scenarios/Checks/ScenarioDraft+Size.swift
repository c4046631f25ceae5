import JSON

// How much there would be to keep and to add up: more than there is room for is told beforehand.

extension ScenarioDraft {
  /// Reports a scenario that would fill the memory, or whose sums would not be exact.
  func checkSize(_ places: DraftPlaces) {
    // Groups in which something is wrong cannot be made.
    guard places.isSound("voters"), let counts else { return }
    let voters = counts.map { Double($0) }.reduce(0, +)
    let proposals = Scenario.endingsPerTrialMax(
      of: zip(groups, counts).map { $0.group(count: $1) }, mode: mode, workload: workload,
      config: config)
    if proposals * voters > ScenarioLimits.votesPerTrialMax {
      places["workload", "proposals"].report(
        "a trial would hold more than \(Self.text(ScenarioLimits.votesPerTrialMax)) votes; "
          + "fewer proposals or voters are needed")
      return
    }
    let trials = Double(trials)
    if trials * proposals > ScenarioLimits.proposalsOfAllTrialsMax {
      places["trials"].report(
        "there would be more than \(Self.text(ScenarioLimits.proposalsOfAllTrialsMax)) proposals "
          + "in all; fewer trials or proposals are needed")
      return
    }
    let perTrial = proposals * max(workload.deadline.seconds * 1e9, costs.highest * 1e6)
    if trials * perTrial * perTrial > ScenarioLimits.squaresMax {
      places["trials"].report(
        "times or costs would add up to more than can be summed exactly; fewer trials or "
          + "proposals, a shorter deadline or lower costs are needed")
    }
  }

  private static func text(_ number: Double) -> String { JSONValue(shortest: number).text() }
}
