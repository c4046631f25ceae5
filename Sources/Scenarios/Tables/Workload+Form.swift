import Agents
import JSON
import Simulation
import Text

extension Workload {
  /// The proposals of a trial.
  static let form = Form.record(
    Workload(),
    [
      .init(
        "proposals", \.proposals, .integer(in: 1...ScenarioLimits.proposalsMax),
        "How many proposals are opened in a trial."),
      .init("interval", \.interval, .distribution, "The seconds between two openings."),
      .init(
        "actions", \.actions, .actions,
        "Which actions are proposed, with their relative weights; any names are allowed."),
      .init(
        "warranted", \.warranted, .probability,
        "The probability that the facts call for the action."),
      .init(
        "targets", \.targets, .integer(in: 1...ScenarioLimits.workersMax),
        "How many workers, worker-1 and so on, proposals are aimed at, all alike."),
      .init(
        "deadline", \.deadline, .duration(.from(1e-9, to: ScenarioLimits.delaySecondsMax)),
        "The seconds from opening until the coordinator tallies."),
      .init(
        "tally", \.tally, .word,
        "When the coordinator tallies: at the deadline, or as soon as the quorum or all are there."
      ),
    ])
}

extension Form<[Workload.Action]> {
  /// The weights of actions by name.
  static var actions: Form {
    Form<[(key: String, value: Double)]>
      .dictionary(
        keys: ["minLength": 1, "maxLength": 64, "not": ["const": "*"]],
        of: .number(.from(0, to: ScenarioLimits.weightMax)), isKey: isActionName
      )
      .mapped(
        { $0.map { Workload.Action(name: $0.key, weight: $0.value) } },
        { $0.map { (key: $0.name, value: $0.weight) } }
      )
      .explained(["not": ["additionalProperties": ["maximum": 0]]])
      .checked { cursor, actions in
        if actions.allSatisfy({ $0.weight == 0 }) {
          cursor.report("no action has a weight; at least one must be above 0")
        }
      }
  }
}

/// Whether a key names an action; reported where it does not.
private func isActionName(_ place: JSONCursor, _ name: String) -> Bool {
  if name == "*" {
    place.report("'*' is no action; it stands for all others in costs alone")
    return false
  }
  if (1...64).contains(name.unicodeScalars.count) { return true }
  place.report("'\(name.shortened)' is no action; its name must have 1 to 64 characters")
  return false
}
