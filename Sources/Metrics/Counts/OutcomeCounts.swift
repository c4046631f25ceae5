/// The outcomes of proposals, by their truth; in replicated mode counted for each honest replica.
package struct OutcomeCounts: Sendable, Equatable {
  /// The outcomes of proposals with the same truth.
  package struct Row: Sendable, Equatable {
    /// The number of approved proposals.
    package var approved = 0
    /// The number of rejected proposals.
    package var rejected = 0
    /// The number of proposals that are neither approved nor rejected.
    package var undecided = 0

    /// No proposals.
    package init() {}

    /// The number of proposals.
    @inlinable
    package var total: Int { approved + rejected + undecided }

    /// Adds proposals with the same truth.
    @inlinable
    package mutating func merge(_ other: Row) {
      approved += other.approved
      rejected += other.rejected
      undecided += other.undecided
    }
  }

  /// The outcomes of warranted proposals.
  package var warranted = Row()
  /// The outcomes of unwarranted proposals.
  package var unwarranted = Row()

  /// No proposals.
  package init() {}

  /// The number of all proposals.
  @inlinable
  package var total: Int { warranted.total + unwarranted.total }

  /// The number of proposals that are neither approved nor rejected.
  var undecided: Int { warranted.undecided + unwarranted.undecided }
  /// The number of correctly decided proposals.
  var correct: Int { warranted.approved + unwarranted.rejected }

  mutating func merge(_ other: OutcomeCounts) {
    warranted.merge(other.warranted)
    unwarranted.merge(other.unwarranted)
  }
}
