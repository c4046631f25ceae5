import Consensus
import Experiments
import Guarantees
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// The bound is no lower than it must be: one fault more, and there is an attack that succeeds.
struct TightnessTests {
  private static let safeguards: [Safeguards] = [
    Safeguards.none, try? Safeguards(quorum: .bft, tally: .decisive),
    try? Safeguards(ties: .reject, rule: .certificate, tally: .decisive),
  ].compactMap(\.self)

  @Test(arguments: safeguards.indices)
  func oneFaultMoreBreaksEveryGuarantee(index: Int) throws {
    for voters in 4...Effort.count(60, inDebug: 14) {
      let question = GuaranteeQuestion(
        weights: Array(repeating: 1, count: voters), safeguards: Self.safeguards[index])
      for answer in ClosedForm(question).answers {
        let scenario = AttackScenario(of: answer, to: question, named: "attack")
        let text = try #require(scenario, "\(voters) voters: \(answer)").json.text()
        var trials = Trials(try ScenarioFile(parsing: text).cells[0].scenario)
        let counts = trials.run(1...1)
        #expect(answer.guarantee.violation.isShown(by: counts), "\(voters) voters: \(answer)")
        #expect(answer.attack?.faulty.count == answer.tolerated + 1)
      }
    }
  }

  /// The formulas of the literature, written down by hand.
  @Test func theDefaultConfigurationSurvivesAQuarter() {
    for voters in 1...60 {
      let question = GuaranteeQuestion(weights: Array(repeating: 1, count: voters))
      let quorum = (voters + 1) / 2
      let closedForm = ClosedForm(question)
      // f < q / 2: as many traitors as honest votes make a tie, which approves.
      let approval = closedForm.answer(.noFalseApproval, .normal)
      #expect(approval.tolerated == (quorum + 1) / 2 - 1)
      // More than half must reject: f > q / 2.
      let rejection = closedForm.answer(.noFalseRejection, .normal)
      #expect(rejection.tolerated == quorum / 2)
      let decision = closedForm.answer(.decision, .normal)
      #expect(decision.tolerated == 0)
    }
  }

  /// Two certificates share an honest voter as long as 2 · (⌊(n + F) / 2⌋ + 1) > n + f.
  @Test func certificatesAgreeUpToTheirSize() {
    for voters in 4...60 {
      let question = GuaranteeQuestion(
        weights: Array(repeating: 1, count: voters), safeguards: Self.safeguards[2])
      let size = (voters + (voters - 1) / 3) / 2 + 1
      #expect(ClosedForm(question).answer(.agreement, .normal).tolerated == 2 * size - voters - 1)
    }
  }
}
