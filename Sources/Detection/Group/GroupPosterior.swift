/// What a group model, once fitted, holds to be probable of each proposal.
struct GroupPosterior {
  /// The states of a proposal as lanes; see ``StateShares``.
  typealias States = SIMD4<Double>

  /// The probability of each clear state, plan active or not.
  var clear: [States]
  /// The probability of each clear state with the plan active and for approval.
  var approving: [States]
  /// The same for rejection.
  var rejecting: [States]
  /// The probability of a toss-up with the plan active and for approval.
  var approvingTossUp: [Double]
  /// The same for rejection.
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
