import JSON
import Testing

/// A ring that wants honest voters to seem wrong together.
struct IsolateTests {
  @Test func outvotesTheVictims() throws {
    try expectTrace(
      cell([honest(2), ring("isolate", 3)]), where: .waits, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "7.999999999s #1 ring-1 votes approve: accepted, 1:2:0",
        "7.999999999s #1 ring-2 votes approve: accepted, 2:2:0",
        "7.999999999s #1 ring-3 votes approve: accepted, 3:2:0",
        "8.000000000s #1 coordinator tallies 3:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstIsolationACertificateIsNeeded() throws {
    try expectTrace(
      cell([honest(2), ring("isolate", 3)], safeguards: ["rule": "certificate"]), where: .waits,
      by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "7.999999999s #1 ring-1 votes approve: accepted, 1:2:0",
        "7.999999999s #1 ring-2 votes approve: accepted, 2:2:0",
        "7.999999999s #1 ring-3 votes approve: accepted, 3:2:0",
        "8.000000000s #1 coordinator tallies 3:2:0: no_quorum",
      ])
  }

  /// A tie puts nobody on the losing side.
  @Test(arguments: [(2, 2, "reject"), (2, 3, "approve"), (3, 3, "reject"), (3, 4, "approve")])
  func onlyWhereThatPutsThemOnTheLosingSide(loyal: Int, members: Int, vote: String) throws {
    let ring = ring("isolate", members, ["victims": ["honest-1", "honest-2"]])
    let few = try cell([honest(loyal), ring])
    let expected = (1...members).map { "ring-\($0) votes \(vote)" }
    #expect(votes(of: "ring", in: few) == expected)
  }

  @Test func theVotesOfOthersAgainstTheVictimsHelp() throws {
    let helped = try cell([
      honest(2), honest(1, "mistaken", ["accuracy": 0]), ring("isolate", 2),
    ])
    #expect(votes(of: "ring", in: helped) == ["ring-1 votes approve", "ring-2 votes approve"])
  }

  @Test func approvingVictimsAreOutvotedToo() throws {
    let warranted = try cell([honest(2), ring("isolate", 3)], workload: ["warranted": 1])
    #expect(
      votes(of: "ring", in: warranted)
        == ["ring-1 votes reject", "ring-2 votes reject", "ring-3 votes reject"])
  }

  /// One of the victims is right, the other wrong: nothing makes them err together.
  @Test func dividedVictimsAreLeftAlone() throws {
    let victims: JSONObject = ["victims": ["honest-1", "mistaken-1"]]
    let divided = try cell([
      honest(1), honest(1, "mistaken", ["accuracy": 0]), ring("isolate", 3, victims),
    ])
    #expect(Set(votes(of: "ring", in: divided).map { $0.suffix(6) }) == ["reject"])
    // The same is done to approval: the truth is another.
    let other = try cell(
      [honest(1), honest(1, "mistaken", ["accuracy": 0]), ring("isolate", 3, victims)],
      workload: ["warranted": 1])
    #expect(Set(votes(of: "ring", in: other).map { $0.suffix(7) }) == ["approve"])
  }

  /// Who has not voted, or has abstained, has no side; the others' is that of all.
  @Test func silentVictimsDoNotCount() throws {
    let silent = try cell([
      honest(1), honest(1, "slow", ["latency": 9]), honest(1, "shy", ["abstain": 1]),
      ring("isolate", 2, ["victims": ["slow-1", "shy-1", "honest-1"]]),
    ])
    #expect(votes(of: "ring", in: silent) == ["ring-1 votes approve", "ring-2 votes approve"])
    let mute = try cell([
      honest(1, "slow", ["latency": 9]), honest(1, "shy", ["abstain": 1]), ring("isolate", 2),
    ])
    #expect(votes(of: "ring", in: mute) == ["ring-1 votes reject", "ring-2 votes reject"])
  }

  @Test func theFirstTwoHonestVotersAreTheVictimsUnlessNamed() throws {
    // Named alone, the third voter, who is wrong, is opposed by the truth.
    let groups = [honest(2), honest(1, "mistaken", ["accuracy": 0])]
    let unnamed = try cell(groups + [ring("isolate", 2)])
    #expect(votes(of: "ring", in: unnamed) == ["ring-1 votes approve", "ring-2 votes approve"])
    let divided = try cell([honest(1), groups[1], ring("isolate", 2)])
    #expect(votes(of: "ring", in: divided) == ["ring-1 votes reject", "ring-2 votes reject"])
    let named = try cell(groups + [ring("isolate", 2, ["victims": ["mistaken-1"]])])
    #expect(votes(of: "ring", in: named) == ["ring-1 votes reject", "ring-2 votes reject"])
  }
}
