import Consensus
import Guarantees
import JSON
import Testing

/// The protocol advertises a bound that its defaults do not keep.
struct DefaultConfigurationTests {
  @Test(arguments: [4, 7, 10])
  func theAdvertisedBoundFailsAndIsRepaired(voters: Int) throws {
    let question = GuaranteeQuestion(weights: Array(repeating: 1, count: voters))
    #expect(question.advertisedFaults == (voters - 1) / 3)
    let certificate = Certificate(question)
    let gaps = certificate.gaps
    #expect(gaps.contains { $0.guarantee == .noFalseApproval && $0.actions == .normal })
    for gap in gaps {
      let attack = try #require(gap.attack)
      #expect(attack.faulty.count <= question.advertisedFaults)
      #expect(attack.succeeds(under: question.rules, critical: gap.actions == .critical))
    }

    var plan = RepairPlan(certificate)
    let all = plan.advice(closing: gaps).repairs
    #expect(Certificate(plan.repaired(by: try #require(all))).gaps.isEmpty)
    for gap in gaps {
      let found = plan.advice(closing: [gap])
      let repairs = try #require(found.repairs)
      let repaired = Certificate(plan.repaired(by: repairs))
      #expect(
        repaired.gaps.allSatisfy { $0.guarantee != gap.guarantee || $0.actions != gap.actions })
      // None of them is there for nothing.
      for repair in repairs {
        let fewer = Certificate(plan.repaired(by: repairs.filter { $0 != repair }))
        #expect(
          fewer.gaps.contains { $0.guarantee == gap.guarantee && $0.actions == gap.actions })
      }
    }
  }

  @Test func whereNothingFailsNothingIsToBeRepaired() throws {
    let question = GuaranteeQuestion(
      weights: [1, 1, 1, 1], safeguards: try Safeguards(rule: .certificate, tally: .decisive))
    #expect(Certificate(question).gaps.isEmpty)
  }

  /// One without whom there is no quorum is brought down to size.
  @Test func aHeavyVoterIsCapped() throws {
    let question = GuaranteeQuestion(
      weights: [6, 1, 1, 1], safeguards: try Safeguards(quorumUnit: .weight, tally: .decisive))
    let answer = ClosedForm(question).answer(.decision, .normal)
    #expect(answer.tolerated == 0)
    var plan = RepairPlan(Certificate(question))
    let repairs = plan.advice(closing: [answer]).repairs
    #expect(repairs?.map(\.key) == ["weight_cap"])
    #expect(repairs?.map(\.value) == [0.25])
  }
}
