import Consensus
import Maths
import TestSupport
import Testing

@testable import Detection

@Suite struct GroupLikelihoodTests {
  private func example(_ name: String) throws -> PrototypeCase {
    try #require(try PrototypeCase.all().first { $0.name == name })
  }

  /// The gains that steer the search are what a fit with the other group and the same parameters
  /// would say.
  @Test func gainsAreDifferencesOfLikelihoods() throws {
    let votes = try example("n12-P60-f3-p0.92-c0.5").votes
    let model = GroupModel(votes, blocked: BlockedVotes(votes))
    let search = GroupSearch(model, nullLogLikelihood: 0, sizeMax: 6)
    let group = search.candidate([1, 4, 7], from: GroupParameters(voterCount: 12), rounds: 5)
    func logLikelihood(_ members: [Int]) -> Double {
      model.fit(members, from: group.parameters, rounds: 1).posterior.logLikelihood
    }
    let own = logLikelihood([1, 4, 7])
    for (voter, gain) in search.gains(group).enumerated() {
      let members =
        group.members.contains(voter)
        ? group.members.filter { $0 != voter } : group.members + [voter]
      #expect((gain - (logLikelihood(members) - own)).magnitude < 1e-9, "\(voter)")
    }
  }

  @Test func probabilitiesOfAProposalAddUp() throws {
    let votes = try example("n12-P60-f3-p0.92-c0.5").votes
    let model = GroupModel(votes, blocked: BlockedVotes(votes))
    let (_, posterior) = model.fit([0, 1], from: GroupParameters(voterCount: 12), rounds: 3)
    for proposal in 0..<60 {
      #expect(posterior.clear[proposal].laneSum <= 1 + 1e-12)
      #expect((0...1 + 1e-12).contains(posterior.activity(on: proposal)))
    }
  }

  @Test func profilesTellHowABlocActs() throws {
    let lockstep = try example("n20-P150-f6-p0.75-c0.2")
    let findings = Detector(.groupLikelihood).findings(in: lockstep.votes)
    let profile = try #require(findings.profiles(in: lockstep.votes).first)
    #expect(profile.kind == .lockstep)
    #expect((0.7...0.9).contains(profile.rate))
    let members = findings.blocs[0].members
    for (voter, ratio) in profile.membership.enumerated() {
      #expect((ratio > 0) == members.contains(voter))
    }
    #expect(profile.planProbabilities.count == 150)
  }

  @Test func fewVotersOrNoneHaveNoBloc() {
    for count in 0...3 {
      let votes = VoteMatrix(lines: Array(repeating: "+-+-+-", count: count))
      for method in Detector.Method.allCases where method != .agreementCliques && method != .kappa {
        #expect(Detector(method).findings(in: votes).blocs == [], "\(method) \(count)")
      }
    }
    let silent = VoteMatrix(voterCount: 5, proposalCount: 0)
    for method in Detector.Method.allCases {
      #expect(Detector(method).findings(in: silent).blocs == [], "\(method)")
    }
  }
}
