import Consensus
import JSON
import Testing

@testable import Guarantees

struct RepairTests {
  @Test func areTriedInTheirOrder() {
    let question = GuaranteeQuestion(weights: [3, 1, 1, 1, 1])
    #expect(question.repairs.map(\.key) == ["quorum", "tally", "rule", "ties", "weight_cap"])
    #expect(question.repairs.map(\.value) == ["bft", "decisive", "certificate", "reject", 0.2])
  }

  @Test func leaveOutWhatChangesNothing() throws {
    let equal = GuaranteeQuestion(
      weights: [1, 1, 1, 1], safeguards: try Safeguards(quorum: .bft, rule: .certificate))
    #expect(equal.repairs.map(\.key) == ["tally", "ties"])
    let capped = GuaranteeQuestion(
      weights: [2, 1, 1, 1], safeguards: try Safeguards(ties: .reject, weightCap: 0.25))
    #expect(capped.repairs.map(\.key) == ["quorum", "tally", "rule"])
  }

  @Test func leaveOtherSafeguardsAlone() throws {
    let safeguards = try Safeguards(
      quorumUnit: .weight, authentication: .hmac, weightCap: 0.9, audit: .anchored)
    let question = GuaranteeQuestion(weights: [2, 1, 1], safeguards: safeguards)
    let plan = RepairPlan(Certificate(question))
    #expect(
      try plan.repaired(by: question.repairs).rules.safeguards
        == Safeguards(
          quorum: .bft, quorumUnit: .weight, ties: .reject, rule: .certificate, tally: .decisive,
          authentication: .hmac, weightCap: 1 / 3, audit: .anchored))
  }
}
