import Agents
import TestSupport
import Testing

@testable import Scenarios

/// The same seats, but more or fewer of them.
struct SeatedScenarioCountTests {
  private static let liar = VoterGroup(
    name: "liar", role: .byzantine(ByzantineRole(strategy: .oppose)), count: 0)

  /// The groups with liars in so many seats, as names with counts; seats in brackets, and the
  /// accuracy of honest voters.
  private func groups(_ request: String, _ voters: String, seats count: Int) throws -> [String] {
    let file = try TunedFile.checked(TunedFile.text(request, voters: voters, more: "")).file
    let seated = SeatedScenario(
      file.cells[0].scenario, try #require(file.cells[0].tuning), seatCount: count)
    #expect(seated.seatCount == count)
    let seats = seated.places(for: Self.liar)
    return seated.taken(by: Self.liar).groups.enumerated().map { place, group in
      switch group.role {
      case .honest(let role): "\(group.name) \(group.count) \(role.accuracy.warranted)"
      case .byzantine, .colluding, .absent:
        seats.contains(place) ? "[\(group.name) \(group.count)]" : "\(group.name) \(group.count)"
      }
    }
  }

  private static let voters = """
    {"name": "m", "role": "honest", "count": 2, "accuracy": 0.9},
    {"name": "n", "role": "honest", "count": 1, "accuracy": 0.95},
    {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 2, "accuracy": 0.7},
    {"name": "r", "role": "colluding", "plan": "oppose", "count": 1, "accuracy": 0.6}
    """

  @Test(arguments: [
    (0, ["m 2 0.9", "n 1 0.95", "t 2 0.7", "r 1 0.6"]),
    (1, ["m 2 0.9", "n 1 0.95", "[t 1]", "seats 1 0.7", "r 1 0.6"]),
    (2, ["m 2 0.9", "n 1 0.95", "[t 2]", "r 1 0.6"]),
    (3, ["m 2 0.9", "n 1 0.95", "[seats 3]"]),
    (4, ["m 2 0.9", "[n 1]", "[seats 3]"]),
    (5, ["m 1 0.9", "[seats 2]", "[seats-2 3]"]),
  ])
  func theLastGoAndTheMostAccurateCome(count: Int, groups: [String]) throws {
    #expect(try self.groups("{}", Self.voters, seats: count) == groups)
  }

  /// Whoever is faulty stays so, if only honest voters are seats.
  @Test(arguments: [
    (0, ["m 2 0.9", "n 1 0.95", "t 2", "r 1"]), (1, ["m 2 0.9", "[n 1]", "t 2", "r 1"]),
    (2, ["m 1 0.9", "[seats 2]", "t 2", "r 1"]),
  ])
  func faultsAreAsMany(count: Int, groups: [String]) throws {
    #expect(try self.groups(#"{"faults": 1}"#, Self.voters, seats: count) == groups)
  }

  @Test(arguments: [
    (0, ["m 2 0.9", "n 1 0.95", "t 1", "seats 1 0.7", "r 1"]),
    (1, ["m 1 0.9", "[seats-2 1]", "n 1 0.95", "t 1", "seats 1 0.7", "r 1"]),
    (2, ["m 1 0.9", "[seats 1]", "n 1 0.95", "t 1", "[seats-2 1]", "r 1"]),
    (3, ["m 1 0.9", "[seats 2]", "t 1", "[seats-2 1]", "r 1"]),
  ])
  func namedSeatsAreMoreOrFewer(count: Int, groups: [String]) throws {
    #expect(
      try self.groups(#"{"seats": {"m": 1, "t": 1}}"#, Self.voters, seats: count) == groups)
  }

  @Test(arguments: [
    ("{}", 5), (#"{"faults": 2}"#, 2), (#"{"faults": 3}"#, 3), (#"{"seats": {"m": 1, "t": 1}}"#, 3),
  ])
  func anHonestVoterIsLeft(request: String, most: Int) throws {
    let file = try TunedFile.checked(TunedFile.text(request, voters: Self.voters, more: "")).file
    let cell = file.cells[0]
    #expect(
      SeatedScenario.countMax(cell.scenario, try #require(cell.tuning)) == most)
  }
}
