import Agents
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

  /// How many proposals are opened.
  public internal(set) var proposals = 50
  /// The time between two openings.
  public internal(set) var interval = Distribution.constant(10_000_000_000)
  /// What is proposed, in the order of the names.
  public internal(set) var actions = [Action(name: "quarantine", weight: 1)]
  /// The probability that the facts call for the action.
  public internal(set) var warranted = 0.5
  /// How many workers proposals are aimed at.
  public internal(set) var targets = 10
  /// The time from a proposal's opening until the coordinator tallies.
  public internal(set) var deadline: Nanoseconds = 8_000_000_000
  /// When the coordinator tallies.
  public internal(set) var tally = Docket.TallyTime.deadline
}
