import Simulation

/// What is proposed in a trial, when, and when it is decided.
public struct Workload: Hashable, Sendable {
  /// An action and how often it is proposed.
  public struct Action: Hashable, Sendable {
    /// The name of the action.
    public let name: String
    /// How often it is proposed, measured against the weights of the others.
    public let weight: Double

    /// An action of a weight.
    public init(name: String, weight: Double) {
      self.name = name
      self.weight = weight
    }
  }

  /// When the coordinator tallies, at the deadline at the latest; raw values are the words of
  /// scenarios.
  public enum TallyTime: String, CaseIterable, Hashable, Sendable {
    case deadline
    /// As soon as the quorum is there.
    case quorum
    /// As soon as everyone has voted.
    case all
  }

  /// How many proposals are opened.
  public var proposals = 50
  /// The time between two openings.
  public var interval = Distribution.constant(10_000_000_000)
  /// What is proposed, in the order of the names.
  public var actions = [Action(name: "quarantine", weight: 1)]
  /// The probability that the facts call for the action.
  public var warranted = 0.5
  /// How many workers proposals are aimed at.
  public var targets = 10
  /// The time from a proposal's opening until the coordinator tallies.
  public var deadline: Nanoseconds = 8_000_000_000
  /// When the coordinator tallies.
  public var tally = TallyTime.deadline

  /// The workload of a scenario that says nothing of it.
  public init() {}
}
