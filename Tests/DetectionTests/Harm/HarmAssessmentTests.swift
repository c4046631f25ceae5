import Consensus
import TestSupport
import Testing

@testable import Detection

@Suite struct HarmAssessmentTests {
  /// A profile that shows a plan, active on all of so many proposals.
  private func profile(_ proposals: Int, gain: Double = 50, setAside: [Int] = []) -> BlocProfile {
    profile(
      planProbabilities: Array(repeating: 1, count: proposals), gain: gain, setAside: setAside)
  }

  private func profile(
    planProbabilities: [Double], gain: Double = 50, setAside: [Int] = []
  ) -> BlocProfile {
    BlocProfile(
      gain: gain, rate: 1, fidelity: 1, membership: [], planProbabilities: planProbabilities,
      setAside: setAside)
  }

  @Test func aBlocThatTurnsNothingIsHarmless() {
    let harm = HarmAssessment(
      of: [4, 5, 6],
      in: VoteMatrix(lines: ["++++", "+++-", "--+-", "--+-", "+---", "+---", "+---"]),
      profile: profile(4))
    #expect(harm.decisionsTurned == 0 && harm.verdict == .harmless && harm.aim == nil)
  }

  @Test func aTargetThatStandsOutIsNamed() throws {
    let lines = (0..<5).map { $0 < 3 ? String(repeating: "+", count: 40) : "" } + ["", ""]
    let votes = VoteMatrix(lines: lines.map { $0.isEmpty ? String(repeating: "0", count: 40) : $0 })
    let isAimed = (0..<40).map { $0 % 8 == 0 }
    let traits = [
      ProposalTrait("action", values: Array(repeating: "quarantine", count: 40)),
      ProposalTrait("target", values: isAimed.map { $0 ? "worker-3" : "worker-1" }),
    ]
    let harm = HarmAssessment(
      of: [0, 1], in: votes, profile: profile(planProbabilities: isAimed.map { $0 ? 0.9 : 0.1 }),
      traits: traits)
    let aim = try #require(harm.aim)
    #expect(aim.trait == "target" && aim.value == "worker-3")
    // One of C(40, 5) draws, times the three values there are.
    #expect((aim.pValue - 3.0 / 658_008).magnitude < 1e-15)
  }

  @Test func dissentIsComparedWithThatOfTheOthers() {
    // Four voters agree but for one slip each, the two others oppose them all the time.
    let honest = (0..<4).map { voter in (0..<40).map { $0 == voter ? "-" : "+" }.joined() }
    let ring = String(repeating: "-", count: 40)
    let votes = VoteMatrix(lines: honest + [ring, ring])
    let assessment = HarmAssessment(
      of: [4, 5], in: votes, profile: profile(40))
    #expect(assessment.dissentPValue < 1e-12)
    let clones = HarmAssessment(
      of: [0, 1], in: votes, profile: profile(40))
    #expect(clones.dissentPValue > 0.01)
  }

  /// The same bloc, which decides and dissents, with a plan and without.
  @Test(arguments: [(50, HarmAssessment.Verdict.harmful), (3.5, .harmful), (2.5, .unplanned)])
  func whereNoPlanShowsNoHarmIsClaimed(gain: Double, verdict: HarmAssessment.Verdict) {
    let honest = (0..<4).map { voter in (0..<40).map { $0 == voter ? "-" : "+" }.joined() }
    let ring = String(repeating: "-", count: 40)
    let votes = VoteMatrix(lines: honest + [ring, ring, ring, ring, ring])
    let harm = HarmAssessment(
      of: [4, 5, 6, 7, 8], in: votes, profile: profile(40, gain: gain))
    #expect(harm.decisionsTurned > 0 && harm.dissentPValue < 1e-12)
    #expect(harm.verdict == verdict)
  }

  /// Against a ring that is known everyone dissents.
  @Test func dissentFromWhoIsSetAsideDoesNotCount() {
    let honest = (0..<4).map { voter in (0..<40).map { $0 == voter ? "-" : "+" }.joined() }
    let ring = String(repeating: "-", count: 40)
    let votes = VoteMatrix(lines: honest + [ring, ring, ring, ring, ring])
    let beside = HarmAssessment(of: [0, 1], in: votes, profile: profile(40))
    #expect(beside.dissentPValue < 1e-6)
    let apart = HarmAssessment(
      of: [0, 1], in: votes, profile: profile(40, setAside: [4, 5, 6, 7, 8]))
    #expect(apart.dissentPValue > 0.01)
    #expect(apart.decisionsTurned == beside.decisionsTurned)
  }
}
