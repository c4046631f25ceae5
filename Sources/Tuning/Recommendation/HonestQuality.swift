import Agents
import Scenarios

/// Something that all honest voters have more or less of.
enum HonestQuality: Sendable {
  /// How often they see the truth, of warranted and of unwarranted proposals.
  case accuracy
  /// How often they see what their group sees.
  case correlation

  /// An honest voter with more of it, but not more than there can be.
  func raised(by shift: Double, _ role: HonestRole) -> HonestRole {
    func raised(_ probability: Double) -> Double { min(max(probability + shift, 0), 1) }
    var role = role
    switch self {
    case .accuracy:
      role.accuracy = Accuracy(
        warranted: raised(role.accuracy.warranted), unwarranted: raised(role.accuracy.unwarranted))
    case .correlation: role.correlation = raised(role.correlation)
    }
    return role
  }

  /// What the honest voters of a scenario have of it; none if there are none.
  func values(in scenario: Scenario) -> [Double] {
    scenario.honestRoles().flatMap { role, _ in
      switch self {
      case .accuracy: [role.accuracy.warranted, role.accuracy.unwarranted]
      case .correlation: [role.correlation]
      }
    }
  }

  /// The degree of a harm as a polynomial in it.
  ///
  /// Each vote is one factor. So is the luck that a group shares: how likely it is that all are right
  /// is their accuracy.
  func degree(of adversary: SeatAdversary) -> Int {
    adversary.scenario.honestRoles(besides: adversary.seats).reduce(0) { sum, group in
      switch self {
      case .accuracy: sum + group.count + (group.role.correlation > 0 ? 1 : 0)
      case .correlation: sum + group.count
      }
    }
  }
}
