import Simulation
import Text

/// What kind of voters a group is made of, with what that kind is told.
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

  /// The kind alone.
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

  /// Whether the voters work against the others, and so know everything and time their messages.
  public var isFaulty: Bool { conduct != nil }

  /// What is to be known of the strategy or the plan; nil for voters who have none.
  public var conduct: BehaviourTraits? {
    switch self {
    case .byzantine(let role): role.strategy.traits
    case .colluding(let role): role.plan.traits
    case .honest, .absent: nil
    }
  }

  /// How long voters need who are not given a latency: no time, the faulty not even that of messages.
  var standardLatency: Distribution? { isFaulty ? nil : .constant(.zero) }

  /// Whether the voters do something besides voting once in their own name.
  public func does(_ capability: BehaviourTraits.Capability) -> Bool {
    conduct?.does(capability) ?? false
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
