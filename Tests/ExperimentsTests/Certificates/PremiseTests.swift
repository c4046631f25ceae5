import Consensus
import Experiments
import Guarantees
import JSON
import Metrics
import Scenarios
import Testing

/// Each premise is held against a scenario, and is needed: without it what is proven does break.
struct PremiseTests {
  /// A scenario that breaks just one premise of a guarantee.
  struct Case: CustomTestStringConvertible, Sendable {
    let premise: Premise
    let guarantee: Guarantee
    var timing = Timing.asynchronous
    /// The fields of the honest voters, of the liar, and of the scenario.
    var honest = ""
    var liar = #", "strategy": "abstain""#
    var fields = ""
    var safeguards = #"{"rule": "certificate", "tally": "decisive"}"#
    var groups = ["honest"]
    let value: JSONValue?

    var testDescription: String { "\(guarantee) without \(premise): \(value?.text() ?? "?")" }

    /// Four voters, of whom one is faulty; what the rules are said to withstand.
    var scenario: Scenario {
      get throws {
        try ScenarioFile(
          parsing: """
            {"name": "four", "trials": 40, "electorate": 4, "voters": [
              {"name": "honest", "role": "honest", "count": "rest"\(honest)},
              {"name": "liar", "role": "byzantine", "count": 1\(liar)}],
             "workload": {"proposals": 5, "interval": 20\(workload)},
             "safeguards": \(safeguards)\(fields)}
            """
        ).cells[0].scenario
      }
    }

    var workload = ""
  }

  static let cases: [Case] = [
    Case(
      premise: .honestRight, guarantee: .noFalseApproval,
      honest: #", "accuracy": {"warranted": 1, "unwarranted": 0.3}"#,
      liar: #", "strategy": "oppose""#, value: 0.3),
    Case(
      premise: .honestRight, guarantee: .noFalseRejection,
      honest: #", "accuracy": {"warranted": 0.3, "unwarranted": 1}"#,
      liar: #", "strategy": "oppose""#, value: 0.3),
    Case(premise: .honestRight, guarantee: .decision, honest: #", "accuracy": 0.6"#, value: 0.6),
    Case(premise: .honestVote, guarantee: .decision, honest: #", "abstain": 0.25"#, value: 0.25),
    Case(
      premise: .honestVote, guarantee: .noFalseApproval, timing: .synchronous,
      honest: #", "abstain": 0.5"#, liar: #", "strategy": "oppose""#,
      safeguards: #"{"tally": "decisive", "ties": "approve"}"#, value: 0.5),
    Case(
      premise: .votesArriveByDeadline, guarantee: .decision,
      fields: #", "network": {"loss": 0.125}"#, value: 0.125),
    Case(
      premise: .votesArriveByDeadline, guarantee: .decision,
      honest: #", "latency": {"uniform": {"from": 5, "to": 11}}"#, value: nil),
    Case(
      premise: .votesArriveByDeadline, guarantee: .decision,
      honest: #", "latency": {"exponential": {"mean": 3}}"#,
      fields: #", "network": {"latency": {"exponential": {"mean": 3}}}"#, value: .null),
    Case(
      premise: .votesArriveByDeadline, guarantee: .decision,
      fields: """
        , "network": {"partitions": [{"from": 0, "to": 9, "groups": ["honest"]}]}
        """, value: .null),
    Case(
      premise: .votesArriveByDeadline, guarantee: .decision,
      fields: """
        , "network": {"partitions": [{"from": 0, "to": 1, "groups": ["honest"], "drop": true}]}
        """, value: .null),
    Case(
      premise: .votesArriveByDeadline, guarantee: .decision,
      fields: #", "network": {"scheduler": "adversarial", "max_delay": 9}"#, value: 1),
    Case(
      premise: .allVotesArrive, guarantee: .noFalseApproval, timing: .synchronous,
      liar: #", "strategy": "oppose""#, fields: #", "network": {"loss": 0.5}"#,
      safeguards: #"{"tally": "decisive", "ties": "approve"}"#, value: 0.5),
    Case(
      premise: .allVotesArrive, guarantee: .noFalseApproval, timing: .synchronous,
      honest: #", "latency": {"uniform": {"from": 0, "to": 4}}"#,
      liar: #", "strategy": "oppose""#, fields: #", "mode": "replicated""#, safeguards: "{}",
      groups: [], value: "quorum", workload: #", "tally": "quorum""#),
    Case(
      premise: .tallyWaits, guarantee: .decision,
      honest: #", "latency": {"uniform": {"from": 0, "to": 4}}"#,
      fields: #", "mode": "replicated""#, safeguards: #"{"rule": "certificate"}"#, groups: [],
      value: "quorum", workload: #", "tally": "quorum""#),
    Case(
      premise: .noExpiry, guarantee: .decision,
      fields: #", "mode": "replicated", "config": {"default_expiry_seconds": 3}"#,
      safeguards: "{}", groups: [], value: 3),
    Case(
      premise: .nobodyForges, guarantee: .noFalseApproval,
      honest: #", "latency": 1"#, liar: #", "strategy": "impersonate""#, groups: ["liar"],
      value: "impersonate"),
  ]

  @Test(arguments: cases)
  func isHeldAndNeeded(_ broken: Case) throws {
    let scenario = try broken.scenario
    let question = GuaranteeQuestion(scenario, timing: broken.timing)
    #expect(ClosedForm(question).answer(broken.guarantee, .normal).withstands(faults: 1))
    let breaches = question.premises(of: broken.guarantee).compactMap { premise in
      scenario.breach(of: premise, by: broken.guarantee).map { (premise, $0) }
    }
    #expect(breaches.map(\.0) == [broken.premise])
    #expect(breaches.first?.1.groups == broken.groups)
    if let value = broken.value { #expect(breaches.first?.1.value ?? .null == value) }
    var trials = Trials(scenario)
    #expect(broken.guarantee.violation.isShown(by: trials.run(1...40)))
  }

  /// What looks like a breach and is none.
  static let harmless: [Case] = [
    // A decisive tally at the quorum decides nothing that missing votes could change.
    Case(
      premise: .allVotesArrive, guarantee: .noFalseApproval, timing: .synchronous,
      safeguards: #"{"tally": "decisive"}"#, value: nil, workload: #", "tally": "quorum""#),
    // Nobody needs to be right where any votes decide.
    Case(
      premise: .honestRight, guarantee: .decision, honest: #", "accuracy": 0.6"#,
      safeguards: #"{"tally": "decisive"}"#, value: nil),
    Case(
      premise: .nobodyForges, guarantee: .noFalseApproval, honest: #", "latency": 1"#,
      liar: #", "strategy": "impersonate""#,
      safeguards: #"{"rule": "certificate", "tally": "decisive", "authentication": "hmac"}"#,
      value: nil),
    Case(
      premise: .votesArriveByDeadline, guarantee: .decision,
      fields: """
        , "network": {"partitions": [{"from": 0, "to": 5, "groups": ["honest"]}]}
        """, value: nil),
    Case(
      premise: .votesArriveByDeadline, guarantee: .decision,
      fields: #", "network": {"scheduler": "adversarial", "max_delay": 7}"#, value: nil),
    // An abstention is no worse than a vote that has not arrived.
    Case(
      premise: .honestVote, guarantee: .noFalseApproval, honest: #", "abstain": 0.5"#,
      liar: #", "strategy": "oppose""#, value: nil),
  ]

  @Test(arguments: harmless)
  func whatIsHarmlessBreaksNothing(kept: Case) throws {
    let scenario = try kept.scenario
    let question = GuaranteeQuestion(scenario, timing: kept.timing)
    #expect(ClosedForm(question).answer(kept.guarantee, .normal).withstands(faults: 1))
    for premise in question.premises(of: kept.guarantee) {
      #expect(scenario.breach(of: premise, by: kept.guarantee) == nil)
    }
    var trials = Trials(scenario)
    #expect(!kept.guarantee.violation.isShown(by: trials.run(1...40)))
  }
}
