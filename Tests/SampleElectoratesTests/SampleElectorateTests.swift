import Consensus
import Detection
import SampleElectorates
import TestSupport
import Testing

struct SampleElectorateTests {
  /// A design that uses all there is.
  private func design(
    _ plan: ElectorateDesign.Plan, protectsTarget: Bool
  ) -> ElectorateDesign {
    var design = ElectorateDesign(
      voters: 14, proposals: 70, accuracy: 0.8, blocs: [3, 2], camouflage: 0.3)
    design.plan = plan
    design.fidelity = 0.9
    design.rotation = 0.2
    design.abstention = 0.1
    design.jitter = 0.05
    design.bias = 0.04
    design.tossUps = 0.2
    design.warranted = 0.6
    design.cloneGroups = 1
    design.targets = 3
    design.protectsTarget = protectsTarget
    return design
  }

  private func text(_ sample: SampleElectorate) -> String {
    let votes = (0..<sample.votes.voterCount).map { voter in
      (0..<sample.votes.proposalCount).map { proposal in
        switch sample.votes.vote(of: voter, on: proposal) {
        case .approve: "+"
        case .reject: "-"
        case .abstain, nil: "0"
        }
      }.joined()
    }
    let accuracies = sample.accuracies.map { "\($0.x) \($0.y)" }
    let truth = sample.isWarranted.map { $0 ? "1" : "0" }.joined()
    return "\(votes) \(truth) \(sample.targets) \(sample.blocs) \(sample.clones) \(accuracies)"
  }

  /// Another order of draws would be another study: `results/bundled/blocs` hangs on these bytes.
  @Test func drawsStayAsTheyAre() {
    var all = ""
    for (number, plan) in ElectorateDesign.Plan.allCases.enumerated() {
      for protectsTarget in [false, true] {
        let design = design(plan, protectsTarget: protectsTarget)
        all += text(SampleElectorate(design, seed: 7, number: number))
      }
    }
    #expect(
      SHA256.hash(Array(all.utf8)).description
        == "352b337f803237953ad1a4fd1e2e464478240166c6fef67b0ec6550bb887cde3")
  }

  @Test func everyVoterBelongsToOneGroupAtMost() {
    forEverySeed(200) { draw in
      let design = design(.coin, protectsTarget: false)
      let sample = SampleElectorate(design, seed: 3, number: draw.int(in: 0...10_000))
      try requireEqual(sample.blocs.map(\.count), [3, 2])
      try requireEqual(sample.clones.map(\.count), [4])
      let members = (sample.blocs + sample.clones).flatMap { $0 }
      try requireEqual(Set(members).count, 9)
      try require(members.allSatisfy((0..<14).contains))
      let truth = sample.truth
      try requireEqual(truth.blocs, sample.blocs.sorted { $0[0] < $1[0] })
    }
  }

  /// Who has nothing to hide votes as one.
  @Test(arguments: ElectorateDesign.Plan.allCases)
  func anOpenBlocVotesAsOne(plan: ElectorateDesign.Plan) {
    var design = ElectorateDesign(voters: 9, proposals: 100, accuracy: 0.7, blocs: [3])
    design.plan = plan
    let sample = SampleElectorate(design, seed: 1, number: 0)
    let bloc = sample.blocs[0]
    #expect(sample.votes.agreement(of: bloc[0], and: bloc[1]) == 1)
    #expect(sample.votes.agreement(of: bloc[0], and: bloc[2]) == 1)
    for proposal in 0..<100 {
      let vote = sample.votes.vote(of: bloc[0], on: proposal)
      switch plan {
      case .oppose: #expect(vote == (sample.isWarranted[proposal] ? .reject : .approve))
      case .reject: #expect(vote == .reject)
      case .coin, .copy: #expect(vote != nil)
      }
    }
  }
}
