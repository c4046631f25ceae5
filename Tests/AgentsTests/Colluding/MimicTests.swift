import JSON
import Testing

/// A ring that wants honest voters to seem members of it.
struct MimicTests {
  @Test func repeatsTheVictimsMistakes() throws {
    try expectTrace(
      cell([
        honest(2), honest(1, "mistaken", ["accuracy": 0]),
        ring("mimic", 2, ["victims": ["mistaken-1"]]),
      ]), where: .waits, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 mistaken-1 votes approve: accepted, 1:2:0",
        "7.999999999s #1 ring-1 votes approve: accepted, 2:2:0",
        "7.999999999s #1 ring-2 votes approve: accepted, 3:2:0",
        "8.000000000s #1 coordinator tallies 3:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstMimicsACertificateIsNeeded() throws {
    let guarded = try cell(
      [
        honest(2), honest(1, "mistaken", ["accuracy": 0]),
        ring("mimic", 2, ["victims": ["mistaken-1"]]),
      ], safeguards: ["rule": "certificate"])
    #expect(trace(guarded).last == "8.000000000s #1 coordinator tallies 3:2:0: no_quorum")
  }

  @Test func theFirstHonestVoterIsTheVictimUnlessOneIsNamed() throws {
    let unnamed = try cell([
      ring("mimic", 1), honest(1, "mistaken", ["accuracy": 0]), honest(1),
    ])
    #expect(votes(of: "ring", in: unnamed) == ["ring-1 votes approve"])
    let named = try cell([
      ring("mimic", 1, ["victims": ["honest-1"]]), honest(1, "mistaken", ["accuracy": 0]),
      honest(1),
    ])
    #expect(votes(of: "ring", in: named) == ["ring-1 votes reject"])
  }

  @Test func membersTakeTurnsAmongVictims() throws {
    let turns = try cell([
      honest(1), honest(1, "mistaken", ["accuracy": 0]),
      ring("mimic", 3, ["victims": ["mistaken-1", "honest-1"]]),
    ])
    #expect(
      votes(of: "ring", in: turns)
        == ["ring-1 votes approve", "ring-2 votes reject", "ring-3 votes approve"])
  }

  @Test func anAbstentionIsRepeatedToo() throws {
    let shy = try cell([
      honest(2), honest(1, "shy", ["abstain": 1]), ring("mimic", 1, ["victims": ["shy-1"]]),
    ])
    #expect(votes(of: "ring", in: shy) == ["ring-1 votes abstain"])
  }

  /// Everyone else is wrong, so the truth is nobody's example.
  @Test func whereTheVictimIsSilentTheTruthIsVoted() throws {
    let silent = try cell([
      honest(2, "mistaken", ["accuracy": 0]), honest(1, "slow", ["accuracy": 0, "latency": 9]),
      ring("mimic", 1, ["victims": ["slow-1"]]),
    ])
    #expect(votes(of: "ring", in: silent) == ["ring-1 votes reject"])
  }

  @Test func whereNobodyIsHonestTheTruthIsVoted() throws {
    let alone = try cell([ring("mimic", 1), ring("isolate", 1, ["name": "gang"])])
    #expect(votes(of: "ring", in: alone) == ["ring-1 votes reject"])
    #expect(votes(of: "gang", in: alone) == ["gang-1 votes reject"])
  }

  /// What has not reached a replica cannot be repeated there.
  @Test func eachReplicaIsToldWhatItHasSeen() throws {
    let replicas = try cell(
      [
        honest(1), honest(1, "mistaken", ["accuracy": 0]),
        ring("mimic", 1, ["victims": ["mistaken-1"]]),
      ], network: ["latency": 9], mode: "replicated")
    #expect(
      trace(replicas).filter { $0.contains("ring-1 votes") } == [
        "7.999999999s #1 [honest-1] ring-1 votes reject: accepted, 0:2:0",
        "7.999999999s #1 [mistaken-1] ring-1 votes approve: accepted, 2:0:0",
      ])
  }
}
