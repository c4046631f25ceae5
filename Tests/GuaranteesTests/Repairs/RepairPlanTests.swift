import Consensus
import TestSupport
import Testing

@testable import Guarantees

/// What is recommended closes gaps without opening others; where nothing does, the trades are true.
struct RepairPlanTests {
  private func key(_ answer: GuaranteeAnswer) -> String { "\(answer.guarantee) \(answer.actions)" }

  /// The keys of the answers that are gaps.
  private func gaps(_ certificate: Certificate) -> Set<String> {
    Set(certificate.gaps.map(key))
  }

  @Test func adviceIsTrue() {
    let premises = [
      "all closed", "nothing helps", "only trades", "a trade opens", "a trade leaves",
      "a smaller set would open",
    ]
    forEverySeed(150, inDebug: 60, premises: premises) { draw in
      let weights = draw.array(1...5) { Double($0.int(in: 1...4)) }
      let certificate = Certificate(try draw.question(weights: weights))
      let before = gaps(certificate)
      if before.isEmpty { return }
      var plan = RepairPlan(certificate)
      let advice = plan.advice(closing: certificate.gaps)
      if let repairs = advice.repairs {
        draw.met("all closed")
        try require(advice.trades.isEmpty)
        try requireEqual(gaps(Certificate(plan.repaired(by: repairs))), [])
        if repairs.count > 1 {
          draw.sometimes(
            "a smaller set would open",
            try repairs.contains { repair in
              let fewer = repairs.filter { $0 != repair }
              let after = gaps(Certificate(plan.repaired(by: fewer)))
              try require(!after.isEmpty, "\(repair.key) can be left out")
              return !after.isSubset(of: before)
            })
        }
        return
      }
      draw.met(advice.trades.isEmpty ? "nothing helps" : "only trades")
      for trade in advice.trades {
        let after = gaps(Certificate(plan.repaired(by: trade.repairs)))
        let (opened, left) = (Set(trade.opened.map(key)), Set(trade.leftOpen.map(key)))
        // The closed form may doubt what the exploration knows to hold.
        try require(after.isSubset(of: opened.union(left)), "\(after) \(opened) \(left)")
        try require(opened.isDisjoint(with: before) && left.isSubset(of: before))
        try require(opened.isEmpty != left.isEmpty, "a trade that is none")
        draw.met(opened.isEmpty ? "a trade leaves" : "a trade opens")
      }
    }
  }

  /// Certificates close every gap, and take the decision on critical actions from 2 to 0.
  @Test func aSetThatOpensAGapIsPassedOver() throws {
    let question = GuaranteeQuestion(
      weights: [1.5, 2, 1.5, 4], config: try ConsensusConfig(quorumFraction: 0.3),
      safeguards: try Safeguards(tally: .decisive), timing: .synchronous)
    let certificate = Certificate(question)
    let simple = question.with(try Safeguards(rule: .certificate, tally: .decisive))
    #expect(ClosedForm(question).answer(.decision, .critical).tolerated == 2)
    #expect(ClosedForm(simple).answer(.decision, .critical).tolerated == 0)
    #expect(
      ClosedForm(simple).answer(.noFalseRejection, .critical).withstands(faults: 1)
        && ClosedForm(simple).answer(.agreement, .critical).withstands(faults: 1))
    var plan = RepairPlan(certificate)
    let repairs = try #require(plan.advice(closing: certificate.gaps).repairs)
    #expect(repairs.map(\.key) == ["rule", "weight_cap"])
    #expect(Certificate(plan.repaired(by: repairs)).gaps.isEmpty)
  }

  /// Who asks for one guarantee alone does not get it at the cost of another.
  @Test func guaranteesThatWereNotAskedForAreSpared() throws {
    let question = GuaranteeQuestion(
      weights: [1.5, 2, 1.5, 4], config: try ConsensusConfig(quorumFraction: 0.3),
      safeguards: try Safeguards(tally: .decisive), timing: .synchronous)
    let analysis = CertificateAnalysis(question, of: [.agreement])
    #expect(Set(analysis.certificate.answers.map(\.guarantee)) == [.agreement])
    #expect(analysis.whole.repairs?.map(\.key) == ["rule", "weight_cap"])
  }
}
