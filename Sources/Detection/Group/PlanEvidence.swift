import Consensus
import Maths

/// For each proposal the log likelihood ratio of the members' votes, if the plan was active, for
/// approval and for rejection, and if they voted honestly.
///
/// A vote against the plan is less likely by the factor 1 − φ in any state, so only votes for it
/// need a lookup.
struct PlanEvidence {
  private(set) var approving: [SIMD4<Double>]
  private(set) var rejecting: [SIMD4<Double>]
  private(set) var approvingTossUp: [Double]
  private(set) var rejectingTossUp: [Double]

  init(
    _ members: [Int], _ table: VoteLikelihoods, _ parameters: GroupParameters,
    in model: GroupModel
  ) {
    let fidelity = parameters.fidelity
    approving = Array(repeating: .zero, count: model.proposalCount)
    rejecting = approving
    approvingTossUp = Array(repeating: 0, count: model.proposalCount)
    rejectingTossUp = approvingTossUp
    let against = logarithm(1 - fidelity)
    let againstClear = SIMD4(repeating: against)
    let followingTossUp = logarithm(1 + fidelity)
    for member in members {
      let approval = (fidelity / table.approval[member] + (1 - fidelity)).logarithms
      for proposal in BitIndices(model.votes.approvals(of: member)) {
        approving[proposal] += approval
        rejecting[proposal] += againstClear
        approvingTossUp[proposal] += followingTossUp
        rejectingTossUp[proposal] += against
      }
      let rejection = (fidelity / table.rejection[member] + (1 - fidelity)).logarithms
      for proposal in BitIndices(model.votes.rejections(of: member)) {
        rejecting[proposal] += rejection
        approving[proposal] += againstClear
        rejectingTossUp[proposal] += followingTossUp
        approvingTossUp[proposal] += against
      }
    }
  }
}
