import Agents
import Simulation
import TestSupport
import Testing

struct VoterGroupTests {
  @Test func votersAreNumberedFromOne() {
    let group = VoterGroup(name: "ring", role: .colluding(ColludingRole(plan: .pivot)), count: 3)
    #expect(group.voterIDs == ["ring-1", "ring-2", "ring-3"])
    #expect(group.voterID(3) == "ring-3")
  }

  @Test func anIDNamesAGroupAndANumber() {
    #expect(VoterGroup.number(inID: "ring-12", ofGroup: "ring") == 12)
    #expect(VoterGroup.number(inID: "ring-a-1", ofGroup: "ring-a") == 1)
    for id in ["ring-a-1", "ring-0", "ring-01", "ring-+1", "ring-", "ring", "rings-1", "1"] {
      #expect(VoterGroup.number(inID: id, ofGroup: "ring") == nil)
    }
  }

  @Test func onlyFaultyVotersGoWithoutLatency() {
    func latency(_ role: Role) -> Distribution? {
      VoterGroup(name: "a", role: role, count: 1).latency
    }
    #expect(latency(.honest(HonestRole())) == .constant(.zero))
    #expect(latency(.absent(AbsentRole())) == .constant(.zero))
    #expect(latency(.byzantine(ByzantineRole(strategy: .rush))) == nil)
    #expect(latency(.colluding(ColludingRole(plan: .oppose))) == nil)
  }

  @Test func theRoleSaysWhoIsFaulty() {
    #expect(Role.byzantine(ByzantineRole(strategy: .flood)).isFaulty)
    #expect(Role.colluding(ColludingRole(plan: .frame)).isFaulty)
    #expect(!Role.honest(HonestRole()).isFaulty)
    #expect(!Role.absent(AbsentRole()).isFaulty)
  }

  @Test func accuracyGoesByTheKindOfProposal() {
    let accuracy = Accuracy(warranted: 0.9, unwarranted: 0.7)
    #expect(accuracy.probability(warranted: true) == 0.9)
    #expect(accuracy.probability(warranted: false) == 0.7)
  }

  @Test func outOfRangeNumbersTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = VoterGroup(name: "a", role: .honest(HonestRole(abstain: 1.5)), count: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = VoterGroup(name: "a", role: .absent(AbsentRole(mode: .crashAt)), count: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = VoterGroup(name: "a", role: .honest(HonestRole()), count: 1, weight: 0)
    }
    await #expect(processExitsWith: .failure) {
      let role = ColludingRole(plan: .protect, targets: [2, 1])
      _ = VoterGroup(name: "a", role: .colluding(role), count: 1)
    }
    await #expect(processExitsWith: .failure) {
      let role = ColludingRole(plan: .mimic, victims: [])
      _ = VoterGroup(name: "a", role: .colluding(role), count: 1)
    }
    await #expect(processExitsWith: .failure) {
      let role = ColludingRole(plan: .lockstep, participation: 1.5)
      _ = VoterGroup(name: "a", role: .colluding(role), count: 1)
    }
  }

  @Test func wordsAreThoseOfScenarios() {
    #expect(
      ByzantineStrategy.standard.map(\.name) == [
        "oppose", "approve_all", "reject_all", "random", "abstain", "double_vote", "flip",
        "last_mover", "rush", "premature_tally", "impersonate", "flood", "equivocate", "scripted",
      ])
    #expect(
      CollusionPlan.standard.map(\.name) == [
        "lockstep", "oppose", "protect", "frame", "pivot", "mimic", "isolate",
      ])
    #expect(AbsenceMode.allCases.map(\.rawValue) == ["crashed", "crash_at", "intermittent"])
  }
}
