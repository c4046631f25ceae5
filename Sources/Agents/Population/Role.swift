import Simulation
import Text

/// The kind of the voters of a group, with the parameters of that kind.
public enum Role: Hashable, Sendable {
  case honest(HonestRole)
  case byzantine(ByzantineRole)
  case colluding(ColludingRole)
  case absent(AbsentRole)

  /// The kinds of voters; raw values are the words of scenarios.
  public enum Kind: String, ExplainedWord, Hashable {
    case honest
    case byzantine
    case colluding
    case absent

    /// What voters of the kind do.
    public var meaning: String {
      switch self {
      case .honest: "Each votes what it sees of the truth."
      case .byzantine: "Each misbehaves for itself, by a strategy."
      case .colluding: "The group follows one plan together."
      case .absent: "Each is honest, but not always there."
      }
    }
  }

  /// The kind without its parameters.
  public internal(set) var kind: Kind {
    get {
      switch self {
      case .honest: .honest
      case .byzantine: .byzantine
      case .colluding: .colluding
      case .absent: .absent
      }
    }
    set { if newValue != kind { self = Role(standardOf: newValue) } }
  }

  /// Whether the voters are adversaries, who know everything and choose the times of their
  /// messages.
  public var isFaulty: Bool { behaviourTraits != nil }

  /// The traits of the strategy or the plan; nil for voters without one.
  public var behaviourTraits: BehaviourTraits? {
    switch self {
    case .byzantine(let role): role.strategy.traits
    case .colluding(let role): role.plan.traits
    case .honest, .absent: nil
    }
  }

  /// The latency by default: none; nil for faulty voters, whose messages take no time either.
  package var standardLatency: Distribution? { isFaulty ? nil : .constant(.zero) }

  /// Whether the voters have a capability beyond a vote in their own name.
  public func does(_ capability: BehaviourTraits.Capability) -> Bool {
    behaviourTraits?.does(capability) ?? false
  }

  func requireInRange() {
    switch self {
    case .honest(let role): role.requireInRange()
    case .byzantine(let role): role.requireInRange()
    case .colluding(let role): role.requireInRange()
    case .absent(let role): role.requireInRange()
    }
  }
}
