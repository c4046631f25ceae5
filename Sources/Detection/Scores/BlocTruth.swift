/// The true blocs of an electorate.
package struct BlocTruth: Sendable, Equatable {
  /// The membership of a voter.
  package enum Membership: Hashable, Sendable {
    /// Honest, without a bloc.
    case honest
    /// Faulty, but not colluding.
    case alone
    /// A member of the colluding group with this number.
    case group(Int)
  }

  /// The membership of every voter; the only member of a group does not collude.
  package let memberships: [Membership]
  /// The groups of two or more members, in the order of their first members.
  package let blocs: [[Int]]

  /// The true blocs, from the membership of each voter.
  package init(_ memberships: [Membership]) {
    var groups: [[Int]] = []
    for (voter, membership) in memberships.enumerated() where membership.isGroup {
      if let index = groups.firstIndex(where: { memberships[$0[0]] == membership }) {
        groups[index].append(voter)
      } else {
        groups.append([voter])
      }
    }
    blocs = groups.filter { $0.count > 1 }
    var settled = memberships
    for group in groups where group.count == 1 { settled[group[0]] = .alone }
    self.memberships = settled
  }

  /// Whether two voters belong to the same true bloc; nil if that is undefined: two faulty voters
  /// of different groups may vote alike without colluding.
  package func areTogether(_ a: Int, _ b: Int) -> Bool? {
    switch (memberships[a], memberships[b]) {
    case (.honest, _), (_, .honest): false
    case (.group(let first), .group(let second)) where first == second: true
    default: nil
    }
  }
}

extension BlocTruth.Membership {
  fileprivate var isGroup: Bool { if case .group = self { true } else { false } }
}
