import Consensus

/// An attack of an adversary on a guarantee, vote by vote.
public struct Attack: Sendable, Equatable {
  /// When the votes are counted; raw values are the words of reports.
  public enum TallyMoment: String, CaseIterable, Hashable, Sendable {
    /// Before the deadline, because a faulty voter calls the tally.
    case early
    case deadline
  }

  /// A vote that has arrived.
  public struct Arrival: Sendable, Hashable {
    /// The voter.
    public let voter: Int
    /// The value of the vote.
    public let value: VoteValue

    /// The arrival of a vote of a voter.
    public init(_ value: VoteValue, by voter: Int) {
      self.voter = voter
      self.value = value
    }
  }

  /// The votes that one ballot box counts, and its decision.
  public struct View: Sendable, Equatable {
    /// The honest voter who owns the replica; nil for a single ballot box.
    public let owner: Int?
    /// The votes that have arrived, in order.
    public let arrivals: [Arrival]
    /// When they are counted.
    public let moment: TallyMoment
    /// The decision.
    public let decision: Decision
  }

  /// The faulty voters, in ascending order.
  public let faulty: [Int]
  /// Whether the facts call for the action; nil if honest voters disagree about them.
  public let isWarranted: Bool?
  /// The tallies: one, or those of two replicas that then disagree.
  public let views: [View]
}

extension Attack.View {
  /// The number of votes with this value.
  public func count(of value: VoteValue) -> Int { arrivals.count { $0.value == value } }
}
