import Experiments
import Reports
import Scenarios
import Testing

/// What happens in a trial, as lines for people.
func trace(_ scenario: Scenario, trial: Int = 1) -> [String] {
  Transcript(scenario, trial: trial).entries.map(\.text)
}

/// Expects a trial to be exactly this, and somebody of a group to do what its attack is about.
func expectTrace(
  _ scenario: Scenario, trial: Int = 1, where act: Act, by group: String = "traitor",
  _ lines: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectTrace(
    scenario, trial: trial, where: [act], by: group, lines, sourceLocation: sourceLocation)
}

/// Expects a trial to be exactly this, and somebody of a group to do each of some acts.
func expectTrace(
  _ scenario: Scenario, trial: Int = 1, where acts: [Act], by group: String = "traitor",
  _ lines: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let transcript = Transcript(scenario, trial: trial)
  for act in acts { try requireActs(act, by: group, in: transcript, of: scenario) }
  let actual = transcript.entries.map(\.text)
  #expect(actual == lines, sourceLocation: sourceLocation)
}

/// Expects a trial in which nobody attacks to be exactly this.
func expectTrace(
  _ scenario: Scenario, trial: Int = 1, _ lines: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let actual = trace(scenario, trial: trial)
  #expect(actual == lines, sourceLocation: sourceLocation)
}

/// The votes of a group's members in a trial, such as `ring-1 votes approve`.
func votes(of group: String, in scenario: Scenario, trial: Int = 1) -> [String] {
  trace(scenario, trial: trial).filter { $0.contains(" \(group)-") && $0.contains(" votes ") }
    .map { $0.drop { $0 != "#" }.drop { $0 != " " }.dropFirst().prefix { $0 != ":" } }
    .map(String.init)
}
