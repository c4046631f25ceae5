/// The outcomes of proposals, by their truth; in replicated mode counted for each honest replica.
public struct OutcomeCounts: Sendable, Equatable {
  /// The outcomes of proposals with the same truth.
  public struct Row: Sendable, Equatable {
    /// The number of approved proposals.
    public var approved = 0
    /// The number of rejected proposals.
    public var rejected = 0
    /// The number of proposals that are neither approved nor rejected.
    public var undecided = 0

    /// No proposals.
    public init() {}

    /// The number of proposals.
    @inlinable
    public var total: Int { approved + rejected + undecided }

    /// Adds proposals with the same truth.
    @inlinable
    public mutating func merge(_ other: Row) {
      approved += other.approved
      rejected += other.rejected
      undecided += other.undecided
    }
  }

  /// The outcomes of warranted proposals.
  public var warranted = Row()
  /// The outcomes of unwarranted proposals.
  public var unwarranted = Row()

  /// No proposals.
  public init() {}

  /// The number of all proposals.
  @inlinable
  public var total: Int { warranted.total + unwarranted.total }

  /// The number of proposals that are neither approved nor rejected.
  var undecided: Int { warranted.undecided + unwarranted.undecided }
  /// The number of correctly decided proposals.
  var correct: Int { warranted.approved + unwarranted.rejected }

  mutating func merge(_ other: OutcomeCounts) {
    warranted.merge(other.warranted)
    unwarranted.merge(other.unwarranted)
  }
}
