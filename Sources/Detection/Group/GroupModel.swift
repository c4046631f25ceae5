import Consensus
import Maths

/// The likelihood of votes if a group follows a hidden plan.
///
/// A proposal is in one of the states of ``StateShares``. An honest voter is right with one of its
/// two accuracies, or less often where the proposal is hard. If there is a group, its plan is
/// active on a proposal with probability γ, for approval or rejection with equal probability. Each
/// member then votes as planned with probability φ, and otherwise honestly.
///
/// Accuracies have a prior, see ``GroupParameters/logPrior``, which is included in what is called
/// the likelihood here.
///
/// The likelihood of a vote depends on its voter, its value and the state, not on the proposal
/// itself. So logarithms are taken once for each voter and state, and added over the votes.
struct GroupModel {
  typealias States = SIMD4<Double>

  let votes: VoteMatrix
  let blocked: BlockedVotes
  let voterCount: Int
  let proposalCount: Int
  /// The number of votes on each proposal.
  private let voteCounts: [Int]

  init(_ votes: VoteMatrix, blocked: BlockedVotes) {
    self.votes = votes
    self.blocked = blocked
    voterCount = votes.voterCount
    proposalCount = votes.proposalCount
    var counts = [Int](repeating: 0, count: votes.proposalCount)
    for voter in 0..<votes.voterCount {
      for proposal in BitIndices(votes.approvals(of: voter)) { counts[proposal] += 1 }
      for proposal in BitIndices(votes.rejections(of: voter)) { counts[proposal] += 1 }
    }
    voteCounts = counts
  }

  /// The start of the fit without a group: the accuracies of the simplest model.
  func honestParameters() -> GroupParameters {
    let truth = TruthEstimate(blocked, shrinkage: .towardsMean(votes: Self.shrinkageVotes))
    return GroupParameters(accuracies: truth.accuracies)
  }

  /// Fits the model with a group, from given parameters, for a number of rounds; no members means
  /// no group.
  func fit(
    _ members: [Int], from start: GroupParameters, rounds: Int
  ) -> (parameters: GroupParameters, posterior: GroupPosterior) {
    var parameters = start
    var posterior = GroupPosterior(proposalCount: proposalCount)
    for round in 1...rounds {
      expect(members, parameters, into: &posterior)
      if round < rounds { maximise(members, posterior, &parameters) }
    }
    return (parameters, posterior)
  }

  /// The best fit without a group, from given parameters.
  func fitNull(
    from start: GroupParameters, rounds: Int = 25
  ) -> (parameters: GroupParameters, logLikelihood: Double) {
    var parameters = start
    var best = (parameters: start, logLikelihood: -Double.infinity)
    var posterior = GroupPosterior(proposalCount: proposalCount)
    for _ in 0..<rounds {
      expect([], parameters, into: &posterior)
      if posterior.logLikelihood > best.logLikelihood {
        best = (parameters, posterior.logLikelihood)
      }
      maximise([], posterior, &parameters)
    }
    return best
  }

  /// Computes the probabilities of the states of each proposal.
  func expect(
    _ members: [Int], _ parameters: GroupParameters, into posterior: inout GroupPosterior
  ) {
    let table = VoteLikelihoods(parameters)
    var honest = [States](repeating: .zero, count: proposalCount)
    blocked.sumsOverVoters(
      approval: table.approval.map(\.logarithms), rejection: table.rejection.map(\.logarithms),
      into: &honest)
    let plan = members.isEmpty ? nil : PlanEvidence(members, table, parameters, in: self)
    let logStates = parameters.states.clear.logarithms
    let logTossUp = logarithm(parameters.states.tossUp)
    let logIdle = members.isEmpty ? 0 : logarithm(1 - parameters.rate)
    let logActive = members.isEmpty ? -Double.infinity : logarithm(0.5 * parameters.rate)
    var total = 0.0
    for proposal in 0..<proposalCount {
      let clear = honest[proposal] + logStates
      let tossUp = logTossUp - Double(voteCounts[proposal]) * log2
      var terms = ProposalTerms(idle: clear + logIdle, idleTossUp: tossUp + logIdle)
      if let plan {
        terms.approving = clear + plan.approving[proposal] + logActive
        terms.approvingTossUp = tossUp + plan.approvingTossUp[proposal] + logActive
        terms.rejecting = clear + plan.rejecting[proposal] + logActive
        terms.rejectingTossUp = tossUp + plan.rejectingTossUp[proposal] + logActive
      }
      total += terms.normalise()
      posterior.clear[proposal] = terms.idle + terms.approving + terms.rejecting
      posterior.approving[proposal] = terms.approving
      posterior.rejecting[proposal] = terms.rejecting
      posterior.approvingTossUp[proposal] = terms.approvingTossUp
      posterior.rejectingTossUp[proposal] = terms.rejectingTossUp
    }
    posterior.logLikelihood = total + parameters.logPrior
  }
}

let log2 = logarithm(2)

extension SIMD4<Double> {
  var logarithms: Self {
    Self(logarithm(x), logarithm(y), logarithm(z), logarithm(w))
  }
}
