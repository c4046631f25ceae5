import Consensus
import Maths
import Testing

@testable import Detection

@Suite struct PlanEvidenceTests {
  /// Two members: both for approval, one for each, one for rejection alone, none.
  @Test func eachVoteCountsForItsPlanAndAgainstTheOther() {
    let votes = VoteMatrix(lines: ["++00", "+--0", "----"])
    var parameters = GroupParameters(voterCount: 3, accuracy: 0.8)
    parameters.fidelity = 0.75
    let model = GroupModel(votes, blocked: BlockedVotes(votes))
    let evidence = PlanEvidence([0, 1], VoteLikelihoods(parameters), parameters, in: model)
    // Where warranted, an honest voter approves with 0.8 and rejects with 0.2.
    let (approval, rejection) = (logarithm(0.75 / 0.8 + 0.25), logarithm(0.75 / 0.2 + 0.25))
    let (against, tossUp) = (logarithm(0.25), logarithm(1.75))
    let approving = [2 * approval, approval + against, against, 0]
    let rejecting = [2 * against, against + rejection, rejection, 0]
    for proposal in 0..<4 {
      #expect((evidence.approving[proposal].x - approving[proposal]).magnitude < 1e-12)
      #expect((evidence.rejecting[proposal].x - rejecting[proposal]).magnitude < 1e-12)
    }
    #expect(near(evidence.approvingTossUp, [2 * tossUp, tossUp + against, against, 0]))
    #expect(near(evidence.rejectingTossUp, [2 * against, against + tossUp, tossUp, 0]))
    // Where it is hard, the advantage over a coin is halved: 0.65, and unwarranted 0.35.
    #expect((evidence.approving[0].z - 2 * logarithm(0.75 / 0.65 + 0.25)).magnitude < 1e-12)
    #expect((evidence.approving[0].w - 2 * logarithm(0.75 / 0.35 + 0.25)).magnitude < 1e-12)
  }

  private func near(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { ($0 - $1).magnitude < 1e-12 }
  }
}
