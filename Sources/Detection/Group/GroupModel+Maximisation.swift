import Consensus

extension GroupModel {
  /// The prior weights, in votes: of the common accuracy against that of a voter, and of the
  /// accuracy of a voter against those by state.
  static let shrinkageVotes = 30.0

  /// Updates the parameters from the probabilities of each proposal.
  func maximise(
    _ members: [Int], _ posterior: GroupPosterior, _ parameters: inout GroupParameters
  ) {
    var successes = countSuccesses(posterior)
    if !members.isEmpty {
      let table = VoteLikelihoods(parameters)
      for member in members {
        successes[member] = countHonestSuccesses(
          of: member, table, fidelity: parameters.fidelity, posterior)
      }
      adaptPlan(members, posterior, &parameters)
    }
    setAccuracies(from: successes, &parameters)
    let total = posterior.clear.reduce(.zero, +)
    let proposals = Double(proposalCount) + 3
    parameters.states.clear = (total + 0.5) / proposals
    parameters.states.tossUp = (Double(proposalCount) - total.laneSum + 1) / proposals
  }

  /// The votes of one voter on easy proposals, by the truth.
  private struct Successes {
    /// Right votes on warranted and on unwarranted proposals.
    var right: SIMD2<Double>
    /// All votes on warranted and on unwarranted proposals.
    var cast: SIMD2<Double>

    init(approvals: SIMD2<Double>, rejections: SIMD2<Double>) {
      right = SIMD2(approvals.x, rejections.y)
      cast = approvals + rejections
    }
  }

  private func countSuccesses(_ posterior: GroupPosterior) -> [Successes] {
    var approvals = [SIMD2<Double>](repeating: .zero, count: voterCount)
    var rejections = approvals
    blocked.sumsOverProposals(
      of: posterior.clear.map(\.lowHalf), approvals: &approvals, rejections: &rejections)
    return zip(approvals, rejections).map { Successes(approvals: $0, rejections: $1) }
  }

  /// Only votes outside the plan show how accurate a member is.
  private func countHonestSuccesses(
    of member: Int, _ table: VoteLikelihoods, fidelity: Double, _ posterior: GroupPosterior
  ) -> Successes {
    func sum(
      _ proposals: ArraySlice<UInt64>, _ likelihood: SIMD4<Double>, _ planned: [SIMD4<Double>]
    ) -> SIMD2<Double> {
      let followed = (fidelity / (fidelity + (1 - fidelity) * likelihood)).lowHalf
      return BitIndices(proposals).reduce(into: .zero) { sum, proposal in
        sum += posterior.clear[proposal].lowHalf - followed * planned[proposal].lowHalf
      }
    }
    return Successes(
      approvals: sum(votes.approvals(of: member), table.approval[member], posterior.approving),
      rejections: sum(votes.rejections(of: member), table.rejection[member], posterior.rejecting))
  }

  /// Shrinks the accuracy of each voter towards the common one, and those by state towards that of
  /// the voter.
  private func setAccuracies(from successes: [Successes], _ parameters: inout GroupParameters) {
    let right = successes.reduce(0) { $0 + $1.right.laneSum }
    let cast = successes.reduce(0) { $0 + $1.cast.laneSum }
    let common = ((right + 4) / (cast + 6)).clamped(to: 0.55...0.985)
    let weight = Self.shrinkageVotes
    parameters.commonAccuracy = common
    for (voter, own) in successes.enumerated() {
      let overall = (own.right.laneSum + weight * common) / (own.cast.laneSum + weight)
      let byState = (own.right + weight * overall) / (own.cast + weight)
      parameters.accuracyIfWarranted[voter] = byState.x.clamped(to: GroupParameters.accuracyRange)
      parameters.accuracyIfUnwarranted[voter] = byState.y.clamped(to: GroupParameters.accuracyRange)
    }
  }

  /// Updates how often the plan is active, and how often members follow it.
  private func adaptPlan(
    _ members: [Int], _ posterior: GroupPosterior, _ parameters: inout GroupParameters
  ) {
    let table = VoteLikelihoods(parameters)
    let fidelity = parameters.fidelity
    var followed = 0.0
    var asked = 0.0
    let activity = (0..<proposalCount).map { posterior.activity(on: $0) }
    let followedTossUp = fidelity / (fidelity + (1 - fidelity) * 0.5)
    for member in members {
      let approval = fidelity / (fidelity + (1 - fidelity) * table.approval[member])
      for proposal in BitIndices(votes.approvals(of: member)) {
        followed += (approval * posterior.approving[proposal]).laneSum
        followed += followedTossUp * posterior.approvingTossUp[proposal]
        asked += activity[proposal]
      }
      let rejection = fidelity / (fidelity + (1 - fidelity) * table.rejection[member])
      for proposal in BitIndices(votes.rejections(of: member)) {
        followed += (rejection * posterior.rejecting[proposal]).laneSum
        followed += followedTossUp * posterior.rejectingTossUp[proposal]
        asked += activity[proposal]
      }
    }
    parameters.fidelity = ((followed + 19) / (asked + 20)).clamped(to: 0.3...0.995)
    parameters.rate = ((activity.reduce(0, +) + 0.5) / (Double(proposalCount) + 1))
      .clamped(to: 0.001...0.999)
  }
}
