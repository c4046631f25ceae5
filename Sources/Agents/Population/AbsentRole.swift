import Forms
import JSON
import Simulation
import Text

/// How voters are absent who are honest when they take part.
public struct AbsentRole: Hashable, Sendable {
  /// How they are absent.
  public var mode: AbsenceMode
  /// When they crash; needed only by `crashAt`.
  public var crashTime: VirtualTime?
  /// The probability, per proposal, that a voter takes part; needed only by `intermittent`.
  public var availability: Double?

  /// By default the voters never take part.
  public init(
    mode: AbsenceMode = .crashed, crashTime: VirtualTime? = nil, availability: Double? = nil
  ) {
    self.mode = mode
    self.crashTime = crashTime
    self.availability = availability
  }

  func requireInRange() {
    switch mode {
    case .crashed: break
    case .crashAt:
      precondition(crashTime != nil, "a voter that crashes needs the time of the crash")
    case .intermittent:
      precondition(availability != nil, "an intermittent voter needs its availability")
    }
    if let crashTime { precondition(crashTime >= .start, "a crash is not before the start") }
    if let availability { requireProbability(availability) }
  }
}

/// How a voter is absent; raw values are the words of scenarios.
public enum AbsenceMode: String, ExplainedWord, Hashable {
  case crashed
  case crashAt = "crash_at"
  case intermittent

  /// When the voter is there.
  public var meaning: String {
    switch self {
    case .crashed: "It never takes part."
    case .crashAt: "It votes the truth until it crashes at the time `at`."
    case .intermittent: "It votes the truth on some proposals, with probability `availability`."
    }
  }
}

extension AbsentRole {
  static let fields: [Field<AbsentRole>] = [
    .init("mode", \.mode, .explainedWord, "How they are absent."),
    .optional("at", \.crashTime, .time, "When they crash, in seconds from the start of the trial."),
    .optional(
      "availability", \.availability, .probability,
      "The probability, per proposal, that a voter takes part."),
  ]

  static let requirements = [
    Requirement(key: "at", decider: "mode", words: [AbsenceMode.crashAt.rawValue]),
    Requirement(
      key: "availability", decider: "mode", words: [AbsenceMode.intermittent.rawValue]),
  ]
}
