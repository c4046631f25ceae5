import Forms
import JSON
import Simulation
import Text

/// What is proposed in a trial, and when the votes are tallied.
public struct Workload: Hashable, Sendable {
  /// An action and its relative weight.
  public struct Action: Hashable, Sendable {
    /// The name of the action.
    public let name: String
    /// How often it is proposed, relative to the weights of the others.
    public let weight: Double

    /// An action with its relative weight.
    public init(name: String, weight: Double) {
      self.name = name
      self.weight = weight
    }
  }

  /// When the coordinator tallies, at the deadline at the latest; raw values are the words of
  /// scenarios.
  public enum TallyTime: String, ExplainedWord, Hashable {
    case deadline
    case quorum
    case all

    /// When the coordinator tallies.
    public var meaning: String {
      switch self {
      case .deadline: "The coordinator tallies at the deadline."
      case .quorum: "The coordinator tallies as soon as the quorum has voted."
      case .all: "The coordinator tallies as soon as everyone has voted."
      }
    }
  }

  /// The number of proposals in a trial.
  public var proposals = 50
  /// The time between the openings of two proposals.
  public var interval = Distribution.constant(10_000_000_000)
  /// The actions that are proposed, in the order of their names.
  public var actions = [Action(name: "quarantine", weight: 1)]
  /// The probability that the facts call for the action.
  public var warranted = 0.5
  /// The number of workers that proposals are aimed at.
  public var targets = 10
  /// The time from a proposal's opening until the coordinator tallies.
  public var deadline: Nanoseconds = 8_000_000_000
  /// When the coordinator tallies.
  public var tally = TallyTime.deadline

  /// The workload by default.
  public init() {}
}

extension Workload {
  /// The proposals of a trial.
  package static let form = Form.record(
    Workload(),
    [
      .init(
        "proposals", \.proposals, .integer(in: 1...ScenarioLimits.proposalsMax),
        "How many proposals a trial has."),
      .init(
        "interval", \.interval, .distribution, "The seconds between the openings of two proposals."),
      .init(
        "actions", \.actions, .actions,
        "The actions that are proposed, with their relative weights; any names are allowed."),
      .init(
        "warranted", \.warranted, .probability,
        "The probability that the facts call for the action."),
      .init(
        "targets", \.targets, .integer(in: 1...ScenarioLimits.workersMax),
        "How many workers proposals are aimed at, each equally often: worker-1, worker-2 and so on."
      ),
      .init(
        "deadline", \.deadline, .duration(.from(1e-9, to: ScenarioLimits.delaySecondsMax)),
        "The seconds from the opening of a proposal until the coordinator tallies."),
      .init(
        "tally", \.tally, .explainedWord,
        "When the coordinator tallies; at the deadline at the latest."),
    ])
}

extension Form<[Workload.Action]> {
  /// The weights of actions by name.
  package static var actions: Form {
    Form<[(key: String, value: Double)]>
      .dictionary(
        keys: ["minLength": 1, "maxLength": 64, "not": ["const": "*"]],
        of: .number(.from(0, to: ScenarioLimits.weightMax)), isKey: isActionName
      )
      .mapped(
        { $0.map { Workload.Action(name: $0.key, weight: $0.value) } },
        { $0.map { (key: $0.name, value: $0.weight) } }
      )
      .explained(["not": ["additionalProperties": ["type": "number", "maximum": 0]]])
      .checked { cursor, actions in
        if actions.allSatisfy({ $0.weight == 0 }) {
          cursor.report("all weights are 0; at least one must be above 0")
        }
      }
  }
}

/// Whether a key is a valid action; reports a problem if not.
private func isActionName(_ place: JSONCursor, _ name: String) -> Bool {
  if name == "*" {
    place.report("'*' is not a valid action; only costs may use it, for all other actions")
    return false
  }
  if (1...64).contains(name.unicodeScalars.count) { return true }
  place.report("'\(name.shortened)' is not a valid action; a name has 1 to 64 characters")
  return false
}
