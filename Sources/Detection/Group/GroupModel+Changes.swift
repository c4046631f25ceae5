import Consensus
import Maths

extension GroupModel {
  /// The gain in log likelihood if a voter joined the group, with all parameters unchanged.
  ///
  /// A new member multiplies the probability of each state with an active plan by its own
  /// likelihood ratio, so the new likelihood is a weighted sum of ratios. Logarithms are taken of
  /// products over 64 proposals, which stay between 10^-150 and 10^150.
  func gainOfJoining(
    _ voter: Int, _ table: VoteLikelihoods, _ posterior: GroupPosterior, activity: [Double],
    fidelity: Double
  ) -> Double {
    let approval = fidelity / table.approval[voter]
    let rejection = fidelity / table.rejection[voter]
    let tossUp = 2 * fidelity
    var gain = 0.0
    let rows = zip(votes.approvals(of: voter), votes.rejections(of: voter))
    for (word, (approved, rejected)) in rows.enumerated() {
      var product = 1.0
      var rest = approved
      while rest != 0 {
        let proposal = word * 64 + rest.trailingZeroBitCount
        rest &= rest - 1
        product *=
          (1 - fidelity * activity[proposal])
          + (approval * posterior.approving[proposal]).laneSum
          + tossUp * posterior.approvingTossUp[proposal]
      }
      rest = rejected
      while rest != 0 {
        let proposal = word * 64 + rest.trailingZeroBitCount
        rest &= rest - 1
        product *=
          (1 - fidelity * activity[proposal])
          + (rejection * posterior.rejecting[proposal]).laneSum
          + tossUp * posterior.rejectingTossUp[proposal]
      }
      gain += logarithm(product)
    }
    return gain
  }

  /// The gain in log likelihood if a member left the group, with all parameters unchanged.
  func gainOfLeaving(
    _ member: Int, _ table: VoteLikelihoods, _ posterior: GroupPosterior, activity: [Double],
    fidelity: Double
  ) -> Double {
    let approval = 1 / (fidelity / table.approval[member] + (1 - fidelity))
    let rejection = 1 / (fidelity / table.rejection[member] + (1 - fidelity))
    let followed = 1 / (1 + fidelity)
    let against = 1 / (1 - fidelity)
    var gain = 0.0
    let rows = zip(votes.approvals(of: member), votes.rejections(of: member))
    for (word, (approved, rejected)) in rows.enumerated() {
      var product = 1.0
      for proposal in BitIndices([approved]) {
        let place = word * 64 + proposal
        product *=
          (1 - activity[place]) + (approval * posterior.approving[place]).laneSum
          + followed * posterior.approvingTossUp[place]
          + against * (posterior.rejecting[place].laneSum + posterior.rejectingTossUp[place])
      }
      for proposal in BitIndices([rejected]) {
        let place = word * 64 + proposal
        product *=
          (1 - activity[place]) + (rejection * posterior.rejecting[place]).laneSum
          + followed * posterior.rejectingTossUp[place]
          + against * (posterior.approving[place].laneSum + posterior.approvingTossUp[place])
      }
      gain += logarithm(product)
    }
    return gain
  }
}
