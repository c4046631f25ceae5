/// Who counts the votes; raw values are the words of reports.
public enum VoteCounting: String, CaseIterable, Hashable, Sendable {
  /// One ballot box that all trust; there is nobody to agree with.
  case central
  /// A replica for each honest voter, which takes no tally that others call.
  case replicated
  /// Not said: agreement is then about replicas, and the other guarantees are about one ballot box.
  case either

  /// The guarantees that mean something.
  package var guarantees: [Guarantee] {
    Guarantee.allCases.filter { $0 != .agreement || self != .central }
  }
}
