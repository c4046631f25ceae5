/// How proposals ended, by what the facts called for; in replicated mode once for each honest
/// replica.
public struct Endings: Sendable, Equatable {
  /// How proposals of one kind ended.
  public struct Row: Sendable, Equatable {
    /// How many were approved.
    public internal(set) var approved = 0
    /// How many were rejected.
    public internal(set) var rejected = 0
    /// How many were neither.
    public internal(set) var undecided = 0

    /// How many there were.
    public var total: Int { approved + rejected + undecided }

    mutating func merge(_ other: Row) {
      approved += other.approved
      rejected += other.rejected
      undecided += other.undecided
    }
  }

  /// Where the facts called for the action.
  public internal(set) var warranted = Row()
  /// Where they did not.
  public internal(set) var unwarranted = Row()

  /// How many there were of both kinds.
  public var total: Int { warranted.total + unwarranted.total }

  /// How many were neither approved nor rejected.
  var undecided: Int { warranted.undecided + unwarranted.undecided }
  /// How many were decided as the facts called for.
  var correct: Int { warranted.approved + unwarranted.rejected }

  mutating func merge(_ other: Endings) {
    warranted.merge(other.warranted)
    unwarranted.merge(other.unwarranted)
  }
}
