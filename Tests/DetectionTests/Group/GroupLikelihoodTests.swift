import Consensus
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
    let search = GreedyGroupSearch(model, nullLogLikelihood: 0, sizeMax: 6)
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
    let profile = try #require(findings.profiles(in: lockstep.votes, beside: findings.blocs).first)
    #expect(profile.kind == .lockstep && profile.showsPlan && profile.setAside == [])
    // What the search found and what the profile says of it are two fits of one model.
    #expect((profile.gain - findings.blocs[0].score).magnitude < 3)
    #expect((0.7...0.9).contains(profile.rate))
    let members = findings.blocs[0].members
    for (voter, ratio) in profile.membership.enumerated() {
      #expect((ratio > 0) == members.contains(voter))
    }
    #expect(profile.planProbabilities.count == 150)
  }

  /// Next to a ring the honest look like its counterpart, until the ring is set aside.
  @Test func honestVotersShowNoPlan() throws {
    let votes = try example("n20-P150-f6-p0.75-c0.2").votes
    let ring = Detector(.groupLikelihood).findings(in: votes).blocs
    let honest = (0..<20).filter { !ring[0].members.contains($0) }
    func profile(_ members: [Int], beside plans: [Bloc]) throws -> BlocProfile {
      let findings = Findings(
        blocs: [Bloc(members: members, score: 0)], pairScores: PairTable(voterCount: 20))
      return try #require(findings.profiles(in: votes, beside: plans).first)
    }
    for count in [2, 5, 14] {
      let some = try profile(Array(honest.prefix(count)), beside: ring)
      #expect(!some.showsPlan && some.kind == .correlated && some.setAside == ring[0].members)
    }
    let mixed = try profile([ring[0].members[0], honest[0]], beside: ring)
    #expect(!mixed.showsPlan && mixed.setAside == Array(ring[0].members.dropFirst()))
    // A part of the ring has a plan all the same.
    let part = try profile(Array(ring[0].members.prefix(3)), beside: ring)
    #expect(part.showsPlan && part.kind == .lockstep)
    #expect(part.setAside == Array(ring[0].members.dropFirst(3)))
  }

  @Test func fewVotersOrNoneHaveNoBloc() {
    for count in 0...3 {
      let votes = VoteMatrix(lines: Array(repeating: "+-+-+-", count: count))
      for method in Detector.Method.standard where method != .agreementCliques && method != .kappa {
        #expect(Detector(method).findings(in: votes).blocs == [], "\(method) \(count)")
      }
    }
    let silent = VoteMatrix(voterCount: 5, proposalCount: 0)
    for method in Detector.Method.standard {
      #expect(Detector(method).findings(in: silent).blocs == [], "\(method)")
    }
  }
}
