/// How proposals ended, by what the facts called for; in replicated mode once for each honest
/// replica.
public struct OutcomeCounts: Sendable, Equatable {
  /// How proposals of one kind ended.
  public struct Row: Sendable, Equatable {
    /// How many were approved.
    public var approved = 0
    /// How many were rejected.
    public var rejected = 0
    /// How many were neither.
    public var undecided = 0

    /// No proposal yet.
    public init() {}

    /// How many there were.
    @inlinable
    public var total: Int { approved + rejected + undecided }

    /// Adds proposals of the same kind.
    @inlinable
    public mutating func merge(_ other: Row) {
      approved += other.approved
      rejected += other.rejected
      undecided += other.undecided
    }
  }

  /// Where the facts called for the action.
  public var warranted = Row()
  /// Where they did not.
  public var unwarranted = Row()

  /// No proposal yet.
  public init() {}

  /// How many there were of both kinds.
  @inlinable
  public var total: Int { warranted.total + unwarranted.total }

  /// How many were neither approved nor rejected.
  var undecided: Int { warranted.undecided + unwarranted.undecided }
  /// How many were decided as the facts called for.
  var correct: Int { warranted.approved + unwarranted.rejected }

  mutating func merge(_ other: OutcomeCounts) {
    warranted.merge(other.warranted)
    unwarranted.merge(other.unwarranted)
  }
}
