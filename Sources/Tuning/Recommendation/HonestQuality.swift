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

  /// The most that the degree of a harm may be, as a polynomial in it.
  ///
  /// Each voter is one factor. Those who follow the luck of their group have one factor together: how
  /// likely it is that all of them are right.
  static func degree(of adversary: SeatAdversary) -> Int {
    zip(adversary.draws, adversary.seats).map { scenario, seats in
      scenario.honestRoles(besides: seats).reduce(0) { $0 + $1.count }
    }.max() ?? 0
  }
}
