import Consensus

/// What an adversary does to break a guarantee, vote by vote.
public struct Attack: Sendable, Equatable {
  /// When the votes are counted; raw values are the words of reports.
  public enum TallyMoment: String, CaseIterable, Hashable, Sendable {
    /// Before the deadline, because a faulty voter calls for it.
    case early
    case deadline
  }

  /// A vote that has arrived.
  public struct Arrival: Sendable, Hashable {
    /// Who cast it.
    public let voter: Int
    /// What it says.
    public let value: VoteValue

    /// A vote.
    public init(_ value: VoteValue, by voter: Int) {
      self.voter = voter
      self.value = value
    }
  }

  /// What one ballot box counts, and what comes of it.
  public struct View: Sendable, Equatable {
    /// The honest voter whose replica it is; nil for the ballot box that all trust.
    public let owner: Int?
    /// The votes that have arrived, in their order.
    public let arrivals: [Arrival]
    /// When they are counted.
    public let moment: TallyMoment
    /// What is decided.
    public let decision: Decision
  }

  /// The faulty voters, ascending.
  public let faulty: [Int]
  /// Whether the facts call for the action; nil where honest voters are of two minds.
  public let isWarranted: Bool?
  /// What is counted: once, or by two replicas that then disagree.
  public let views: [View]
}

extension Attack.View {
  /// How many voters say this.
  public func count(of value: VoteValue) -> Int { arrivals.count { $0.value == value } }
}
