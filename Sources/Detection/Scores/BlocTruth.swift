/// Who belongs to whom, in truth.
public struct BlocTruth: Sendable, Equatable {
  /// A voter's part.
  public enum Membership: Hashable, Sendable {
    /// Votes as it sees fit.
    case honest
    /// Faulty, in league with nobody.
    case alone
    /// One of a group that colludes, by its number.
    case group(Int)
  }

  /// Every voter's part; a group of one is alone.
  public let allegiances: [Membership]
  /// The groups of two or more, in the order of their first members.
  public let blocs: [[Int]]

  /// The truth about voters.
  public init(_ allegiances: [Membership]) {
    var groups: [[Int]] = []
    for (voter, allegiance) in allegiances.enumerated() where allegiance.isGroup {
      if let index = groups.firstIndex(where: { allegiances[$0[0]] == allegiance }) {
        groups[index].append(voter)
      } else {
        groups.append([voter])
      }
    }
    blocs = groups.filter { $0.count > 1 }
    var settled = allegiances
    for group in groups where group.count == 1 { settled[group[0]] = .alone }
    self.allegiances = settled
  }

  /// Whether two voters belong to one true bloc; nil where that cannot be asked of them: two faulty
  /// voters of different groups may vote alike without colluding.
  public func areTogether(_ a: Int, _ b: Int) -> Bool? {
    switch (allegiances[a], allegiances[b]) {
    case (.honest, _), (_, .honest): false
    case (.group(let first), .group(let second)) where first == second: true
    default: nil
    }
  }
}

extension BlocTruth.Membership {
  fileprivate var isGroup: Bool { if case .group = self { true } else { false } }
}
