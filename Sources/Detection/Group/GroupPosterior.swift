/// The probabilities of the states of each proposal after a fit of the group model.
struct GroupPosterior {
  /// The states of a proposal as lanes; see ``StateShares``.
  typealias States = SIMD4<Double>

  /// The probability of each clear state, with the plan active or not.
  var clear: [States]
  /// The probability of each clear state with the plan active for approval.
  var approving: [States]
  /// The same with the plan active for rejection.
  var rejecting: [States]
  /// The probability of a toss-up with the plan active for approval.
  var approvingTossUp: [Double]
  /// The same with the plan active for rejection.
  var rejectingTossUp: [Double]
  /// The logarithm of the likelihood of all votes.
  var logLikelihood = 0.0

  init(proposalCount: Int) {
    clear = Array(repeating: .zero, count: proposalCount)
    approving = clear
    rejecting = clear
    approvingTossUp = Array(repeating: 0, count: proposalCount)
    rejectingTossUp = approvingTossUp
  }

  /// The probability that the plan was active on a proposal.
  func activity(on proposal: Int) -> Double {
    approving[proposal].laneSum + rejecting[proposal].laneSum + approvingTossUp[proposal]
      + rejectingTossUp[proposal]
  }
}
