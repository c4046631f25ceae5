import Agents
import Simulation
import TestSupport
import Testing

@testable import Scenarios

/// Whose seats may be taken, and what becomes of the scenario when they are.
struct SeatedScenarioTests {
  private static let liar = VoterGroup(
    name: "liar", role: .byzantine(ByzantineRole(strategy: .oppose)), count: 0)
  private static let ring = VoterGroup(
    name: "ring", role: .colluding(ColludingRole(plan: .lockstep)), count: 0)
  private static let gone = VoterGroup(name: "gone", role: .absent(AbsentRole()), count: 0)

  /// A scenario, and the same with its seats taken or in peace.
  private struct Seats {
    let own: Scenario
    let seated: SeatedScenario

    init(_ request: String, voters: String, more: String = "") throws {
      let file = try TunedFile.checked(TunedFile.text(request, voters: voters, more: more)).file
      own = file.cells[0].scenario
      seated = SeatedScenario(own, try #require(file.cells[0].tuning))
    }

    /// The groups with such voters in the seats, as names with counts; those of the seats in
    /// brackets.
    func groups(takenBy voters: VoterGroup = SeatedScenarioTests.liar) -> [String] {
      seated.taken(by: voters).groups.map {
        $0.role == voters.role ? "[\($0.name) \($0.count)]" : "\($0.name) \($0.count)"
      }
    }

    var peace: [String] { seated.inPeace.groups.map { "\($0.name) \($0.count)" } }
  }

  // MARK: Whose seats

  @Test func aGroupIsSplitAndItsLastVotersAreTheSeats() throws {
    let seats = try Seats(
      #"{"seats": {"m": 1}}"#,
      voters: """
        {"name": "m", "role": "honest", "count": 4, "weight": 2, "latency": 0.5},
        {"name": "n", "role": "honest", "count": 2}
        """)
    #expect(seats.groups() == ["m 3", "[seats 1]", "n 2"])
    #expect(seats.seated.seatCount == 1)
    let taken = seats.seated.taken(by: Self.liar)
    #expect(taken.voterIDs == ["m-1", "m-2", "m-3", "seats-1", "n-1", "n-2"])
    #expect(taken.weights == seats.own.weights)
    #expect(taken.groups[0].latency == .constant(500_000_000))
    #expect(seats.peace == ["m 4", "n 2"])
    #expect(seats.seated.inPeace.groups == seats.own.groups)
  }

  @Test func theSeatsGetAFreeName() throws {
    let voters = """
      {"name": "seats", "role": "honest", "count": 3},
      {"name": "seats-2", "role": "honest", "count": 3, "weight": 2}
      """
    #expect(
      try Seats(#"{"seats": {"seats": 1, "seats-2": 1}}"#, voters: voters).groups()
        == ["seats 2", "[seats-3 1]", "seats-2 2", "[seats-4 1]"])
    // Whoever is a seat with the whole group keeps the name.
    #expect(
      try Seats(#"{"seats": {"seats": 3, "seats-2": 1}}"#, voters: voters).groups()
        == ["[seats 3]", "seats-2 2", "[seats-3 1]"])
  }

  @Test(arguments: [
    (1, ["low 3", "high 1", "[seats 1]", "mid 3"]),
    (2, ["low 3", "[high 2]", "mid 3"]),
    (4, ["low 3", "mid 1", "[seats 4]"]),
    (8, ["[seats 8]"]),
  ])
  func theMostAccurateAreSeatsFirst(faults: Int, groups: [String]) throws {
    let seats = try Seats(
      "{\"faults\": \(faults)}",
      voters: """
        {"name": "low", "role": "honest", "count": 3, "accuracy": 0.7},
        {"name": "high", "role": "honest", "count": 2, "accuracy": 0.9},
        {"name": "mid", "role": "honest", "count": 3, "accuracy": 0.8}
        """)
    #expect(Set(seats.groups()) == Set(groups))
    #expect(seats.seated.seatCount == faults)
  }

  /// Who sees wrong proposals well is the more accurate if most proposals are wrong.
  @Test(arguments: [("0.2", "wrong 1"), ("0.8", "right 1"), ("1", "right 1"), ("0", "wrong 1")])
  func accuracyIsThatOnTheProposalsThereAre(warranted: String, left: String) throws {
    let seats = try Seats(
      #"{"faults": 1}"#,
      voters: """
        {"name": "right", "role": "honest", "count": 2,
          "accuracy": {"warranted": 0.95, "unwarranted": 0.7}},
        {"name": "even", "role": "honest", "count": 2, "accuracy": 0.85},
        {"name": "wrong", "role": "honest", "count": 2,
          "accuracy": {"warranted": 0.7, "unwarranted": 0.95}}
        """, more: ", \"workload\": {\"warranted\": \(warranted)}")
    #expect(seats.groups().contains(left))
    #expect(seats.groups().filter { $0.hasSuffix(" 2") }.count == 2)
  }

  @Test func ofTheEquallyAccurateTheHeavierAreSeatsFirst() throws {
    let voters = """
      {"name": "light", "role": "honest", "count": 2, "accuracy": 0.9},
      {"name": "heavy", "role": "honest", "count": 2, "accuracy": 0.9, "weight": 3},
      {"name": "also", "role": "honest", "count": 2, "accuracy": 0.9},
      {"name": "rough", "role": "honest", "count": 2, "accuracy": 0.8, "weight": 9}
      """
    #expect(
      try Seats(#"{"faults": 1}"#, voters: voters).groups()
        == ["light 2", "heavy 1", "[seats 1]", "also 2", "rough 2"])
    #expect(
      try Seats(#"{"faults": 3}"#, voters: voters).groups()
        == ["light 1", "[seats 1]", "[heavy 2]", "also 2", "rough 2"])
  }

  @Test func byDefaultTheSeatsAreThoseWhoMisbehave() throws {
    let seats = try Seats(
      "{}",
      voters: """
        {"name": "m", "role": "honest", "count": 3},
        {"name": "t", "role": "byzantine", "count": 2, "strategy": "flip", "weight": 2},
        {"name": "none", "role": "byzantine", "count": 0, "strategy": "flip"},
        {"name": "ring", "role": "colluding", "count": 3, "plan": "pivot", "latency": 1.5},
        {"name": "gone", "role": "absent", "count": 1}
        """)
    #expect(seats.groups() == ["m 3", "[t 2]", "none 0", "[ring 3]", "gone 1"])
    #expect(seats.seated.seatCount == 5)
    let taken = seats.seated.taken(by: Self.ring)
    #expect(taken.weights == seats.own.weights)
    #expect(
      taken.groups.map(\.latency) == [
        .constant(.zero), nil, nil, .constant(1_500_000_000), .constant(.zero),
      ])
  }

  // MARK: Which seats are alike

  /// A plan is followed by a group.
  @Test func seatsThatAreAlikeAreOneGroup() throws {
    let seats = try Seats(
      #"{"seats": {"a": 1, "b": 3, "c": 2, "d": 1}}"#,
      voters: """
        {"name": "a", "role": "honest", "count": 2, "accuracy": 0.9},
        {"name": "b", "role": "honest", "count": 3, "accuracy": 0.6, "abstain": 0.1},
        {"name": "c", "role": "honest", "count": 3, "weight": 2},
        {"name": "d", "role": "absent", "count": 2, "mode": "intermittent", "availability": 0.5}
        """)
    #expect(
      seats.groups(takenBy: Self.ring) == ["a 1", "[seats 5]", "c 1", "[seats-2 2]", "d 1"])
    let taken = seats.seated.taken(by: Self.ring)
    #expect(taken.weights.sorted() == seats.own.weights.sorted())
    #expect(seats.seated.seatCount == 7)
    #expect(taken.groups[3].weight == 2)
  }

  @Test func theFaultyOfOneLatencyAreAlikeAndTheOthersNot() throws {
    func groups(_ latency: String) throws -> [String] {
      try Seats(
        "{}",
        voters: """
          {"name": "m", "role": "honest", "count": 3},
          {"name": "t", "role": "byzantine", "count": 1, "strategy": "flip"},
          {"name": "u", "role": "colluding", "count": 2, "plan": "pivot", "latency": \(latency)}
          """
      ).groups()
    }
    #expect(try groups("null") == ["m 3", "[seats 3]"])
    #expect(try groups("0") == ["m 3", "[t 1]", "[u 2]"])
  }

  /// The honest go through the network, and the faulty need not.
  @Test func theFaultyAndTheHonestAreNotAlike() throws {
    #expect(
      try Seats(
        #"{"seats": {"m": 1, "t": 1}}"#,
        voters: """
          {"name": "m", "role": "honest", "count": 2},
          {"name": "t", "role": "byzantine", "count": 1, "strategy": "flip"}
          """
      ).groups() == ["m 1", "[seats 1]", "[t 1]"])
  }

  @Test func whoeverIsCutOffStaysSoAndIsNotLikeTheOthers() throws {
    let voters = """
      {"name": "a", "role": "honest", "count": 2}, {"name": "b", "role": "honest", "count": 2},
      {"name": "c", "role": "honest", "count": 2}
      """
    let network = """
      , "network": {"partitions": [
        {"from": 1, "to": 2, "groups": ["a", "b"]}, {"from": 3, "to": 4, "groups": ["c"]}]}
      """
    let seats = try Seats(#"{"seats": {"a": 1, "b": 2, "c": 1}}"#, voters: voters, more: network)
    let taken = seats.seated.taken(by: Self.liar)
    #expect(seats.groups() == ["a 1", "[seats 3]", "c 1", "[seats-2 1]"])
    #expect(taken.network.partitions.map(\.groups) == [["a", "seats"], ["c", "seats-2"]])
    #expect(taken.voters(cutOffBy: taken.network.partitions[0]).count == 4)
    #expect(taken.voters(cutOffBy: taken.network.partitions[1]).count == 2)
    #expect(taken.network.partitions.map(\.start) == seats.own.network.partitions.map(\.start))
    #expect(seats.seated.inPeace.network == seats.own.network)
  }

  // MARK: Who takes them

  @Test func onlyTheFaultyDoNotTakeTheTimeOfTheVoters() throws {
    let seats = try Seats(
      #"{"seats": {"m": 1}}"#,
      voters: #"{"name": "m", "role": "honest", "count": 3, "latency": 2}"#)
    func latency(_ voters: VoterGroup) -> Distribution? {
      seats.seated.taken(by: voters).groups[1].latency
    }
    let dull = VoterGroup(
      name: "dull", role: .honest(HonestRole(accuracy: Accuracy(0.5))), count: 0)
    #expect(latency(dull) == .constant(2_000_000_000))
    #expect(latency(Self.gone) == .constant(2_000_000_000))
    #expect(latency(Self.liar) == nil)
    #expect(latency(Self.ring) == nil)
    for other in [dull, Self.gone, Self.liar] {
      let slow = VoterGroup(name: "s", role: other.role, count: 0, latency: .constant(7))
      #expect(latency(slow) == .constant(7))
    }
  }

  /// One plan is for all seats, but each voter thinks as long as it does.
  @Test func honestSeatsOfDifferentLatenciesKeepThem() throws {
    let seats = try Seats(
      #"{"seats": {"a": 1, "b": 1}}"#,
      voters: """
        {"name": "a", "role": "honest", "count": 2, "latency": 1},
        {"name": "b", "role": "honest", "count": 2, "latency": 3}
        """)
    #expect(seats.groups(takenBy: Self.ring) == ["a 1", "[seats 2]", "b 1"])
    let gone = seats.seated.taken(by: Self.gone)
    let absent = gone.groups.filter { $0.role.kind == .absent }
    #expect(absent.map(\.count) == [1, 1])
    #expect(absent.map(\.latency) == [.constant(1_000_000_000), .constant(3_000_000_000)])
  }

  @Test func theSeatsHaveTheRoleAndKeepTheRest() throws {
    let seats = try Seats(
      #"{"faults": 2}"#,
      voters: """
        {"name": "m", "role": "honest", "count": 3, "weight": 2},
        {"name": "t", "role": "byzantine", "count": 1, "strategy": "flip"}
        """)
    let heavy = VoterGroup(
      name: "heavy", role: .byzantine(ByzantineRole(strategy: .rush, rate: 0.5)), count: 99,
      weight: 77)
    let taken = seats.seated.taken(by: heavy)
    #expect(
      taken.groups[1]
        == VoterGroup(name: "seats", role: heavy.role, count: 2, weight: 2, latency: nil))
    // Others misbehave as they do.
    #expect(taken.groups[2] == seats.own.groups[1])
    #expect(taken.settings == seats.own.settings)
  }

  // MARK: Peace

  @Test func inPeaceTheSeatsAreHonestWithTheirOwnAccuracy() throws {
    let seats = try Seats(
      "{}",
      voters: """
        {"name": "m", "role": "honest", "count": 3, "accuracy": 0.9},
        {"name": "t", "role": "byzantine", "count": 2, "strategy": "flip", "accuracy": 0.8},
        {"name": "ring", "role": "colluding", "count": 1, "plan": "pivot", "weight": 2,
          "accuracy": {"warranted": 0.7, "unwarranted": 0.6}, "latency": 1}
        """)
    #expect(
      seats.seated.inPeace.groups == [
        seats.own.groups[0],
        VoterGroup(name: "t", role: .honest(HonestRole(accuracy: Accuracy(0.8))), count: 2),
        VoterGroup(
          name: "ring",
          role: .honest(HonestRole(accuracy: Accuracy(warranted: 0.7, unwarranted: 0.6))), count: 1,
          weight: 2, latency: .constant(1_000_000_000)),
      ])
    #expect(seats.seated.inPeace.settings == seats.own.settings)
  }

  @Test func inPeaceTheFaultyWhoAreNotSeatsMisbehaveAsTheyDo() throws {
    let seats = try Seats(
      #"{"seats": {"m": 2, "t": 2}}"#,
      voters: """
        {"name": "m", "role": "honest", "count": 3},
        {"name": "t", "role": "byzantine", "count": 2, "strategy": "flip"},
        {"name": "ring", "role": "colluding", "count": 3, "plan": "pivot"},
        {"name": "gone", "role": "absent", "count": 1}
        """)
    let peace = seats.seated.inPeace.groups
    #expect(peace.map(\.role.kind) == [.honest, .honest, .colluding, .absent])
    #expect(peace[2] == seats.own.groups[2])
    #expect(seats.peace == ["m 3", "t 2", "ring 3", "gone 1"])
  }

  /// Only some of a faulty group are seats; in peace the others are as faulty as ever.
  @Test func inPeaceAFaultyGroupIsSplitToo() throws {
    let seats = try Seats(
      #"{"seats": {"t": 1}}"#,
      voters: """
        {"name": "m", "role": "honest", "count": 3},
        {"name": "t", "role": "byzantine", "count": 3, "strategy": "flip", "accuracy": 0.8}
        """, more: #", "network": {"partitions": [{"from": 1, "to": 2, "groups": ["t"]}]}"#)
    #expect(seats.groups() == ["m 3", "t 2", "[seats 1]"])
    #expect(seats.peace == ["m 3", "t 2", "seats 1"])
    let peace = seats.seated.inPeace
    #expect(peace.groups[1] == seats.own.groups[1].counting(2))
    #expect(
      peace.groups.last
        == VoterGroup(name: "seats", role: .honest(HonestRole(accuracy: Accuracy(0.8))), count: 1))
    #expect(peace.network.partitions[0].groups == ["t", "seats"])
  }

  // MARK: Who is named by others

  /// Voters whom a plan is about are the same voters wherever they sit.
  @Test func victimsAndRecipientsKeepTheirPlaces() throws {
    let seats = try Seats(
      #"{"seats": {"m": 2, "n": 2}}"#,
      voters: """
        {"name": "m", "role": "honest", "count": 4},
        {"name": "n", "role": "honest", "count": 2},
        {"name": "ring", "role": "colluding", "count": 2, "plan": "mimic",
          "victims": ["m-4", "n-1", "m-2"]},
        {"name": "s", "role": "byzantine", "count": 1, "strategy": "scripted",
          "script": [{"at": 1, "vote": "approve", "to": ["n"]},
            {"at": 2, "vote": "reject", "to": ["m", "ring"]}]}
        """)
    let taken = seats.seated.taken(by: Self.liar)
    #expect(seats.groups() == ["m 2", "[seats 4]", "ring 2", "s 1"])
    guard case .colluding(let ring) = taken.groups[2].role,
      case .byzantine(let scripted) = taken.groups[3].role
    else {
      Issue.record("the faulty who are not seats keep their roles")
      return
    }
    #expect(ring.victims == ["seats-2", "seats-3", "m-2"])
    #expect(scripted.script?.map(\.recipients) == [["seats"], ["m", "seats", "ring"]])
    #expect(seats.seated.inPeace.groups == seats.own.groups)
  }
}
