import Forms
import JSON
import Simulation
import Text

/// How voters stay away who are honest when they are there.
public struct AbsentRole: Hashable, Sendable {
  /// Which way they stay away.
  public var mode: AbsenceMode
  /// When they crash; needed by `crashAt` alone.
  public var crashTime: VirtualTime?
  /// The probability, per proposal, that one takes part; needed by `intermittent` alone.
  public var availability: Double?

  /// Voters who, unless told otherwise, never take part.
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
    case .crashAt: precondition(crashTime != nil, "a crash needs its time")
    case .intermittent: precondition(availability != nil, "now and then needs a probability")
    }
    if let crashTime { precondition(crashTime >= .start, "nothing crashes before the start") }
    if let availability { requireProbability(availability) }
  }
}

/// Which way a voter stays away; raw values are the words of scenarios.
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
    .init("mode", \.mode, .explainedWord, "Which way they stay away."),
    .optional("at", \.crashTime, .time, "The second of the crash, from the trial's start."),
    .optional(
      "availability", \.availability, .probability,
      "The probability, per proposal, that one takes part."),
  ]

  static let requirements = [
    Requirement(key: "at", decider: "mode", words: [AbsenceMode.crashAt.rawValue]),
    Requirement(
      key: "availability", decider: "mode", words: [AbsenceMode.intermittent.rawValue]),
  ]
}
