import Experiments
import Scenarios
import Testing

struct AnalyticVerdictsTests {
  private func verdict(_ expectation: String, _ rest: String) async throws -> Verdict {
    let file = try ScenarioFile(
      parsing: "{\"name\": \"known\", \"expect\": [{\(expectation)}], \(rest)}")
    let check = ExpectationCheck(file.cells[0], trialsMax: 200)
    return try #require(await check.verdicts(threads: 1, interruption: Interruption())[0])
  }

  private static let clones = """
    "voters": [{"name": "c", "role": "honest", "count": 3, "accuracy": 0.9, "correlation": 1}]
    """

  /// The exact value is 0.1, computed as 0.09999999999999998: both limits allow it.
  @Test(arguments: [
    (#""at_most": 0.1"#, Verdict.Outcome.pass), (#""at_least": 0.1"#, .pass),
    (#""at_most": 0.0999999"#, .fail), (#""at_least": 0.1000001"#, .fail),
  ])
  func exactValuesDecideUpToRounding(limit: String, outcome: Verdict.Outcome) async throws {
    let verdict = try await verdict("\"metric\": \"false_approval_rate\", \(limit)", Self.clones)
    #expect(verdict.outcome == outcome && verdict.ground == .exactValue && verdict.trials == 0)
    #expect((verdict.witness == nil) == (outcome == .pass))
  }

  /// Seven replicas, so many of which equivocate.
  private func replicas(liars: Int, _ rest: String = "") -> String {
    """
    "mode": "replicated", "safeguards": {"rule": "certificate"},
    "voters": [
      {"name": "h", "role": "honest", "count": \(7 - liars), "latency": {"exponential": {"mean": 1}}
       \(rest)},
      {"name": "l", "role": "byzantine", "count": \(liars), "strategy": "equivocate"}]
    """
  }

  @Test func aCertificateNeedsNoTrial() async throws {
    for metric in ["disagreement_rate", "false_approval_rate", "unsafe_trial_rate"] {
      let verdict = try await verdict(
        "\"metric\": \"\(metric)\", \"at_most\": 0", replicas(liars: 2))
      #expect(verdict.outcome == .pass && verdict.ground == .certificate, "\(metric)")
      #expect(verdict.trials == 0 && verdict.value == .exact(0))
    }
    let never = try await verdict(
      #""metric": "disagreement_rate", "at_least": 0.1"#, replicas(liars: 2))
    #expect(never.outcome == .fail && never.ground == .certificate)
  }

  /// What breaks a premise takes the certificate away.
  @Test(arguments: [
    // Honest voters who may be wrong are no better than faulty ones, but for agreement.
    ("false_approval_rate", 2, #", "accuracy": 0.9"#, false),
    ("false_approval_rate", 2, #", "abstain": 0.1"#, false),
    ("disagreement_rate", 2, #", "accuracy": 0.9"#, true),
    // Too many liars.
    ("disagreement_rate", 3, "", false),
    ("false_approval_rate", 5, "", false),
  ])
  func premisesCount(metric: String, liars: Int, rest: String, isCertified: Bool) async throws {
    let verdict = try await verdict(
      "\"metric\": \"\(metric)\", \"at_most\": 0.5", replicas(liars: liars, rest))
    #expect((verdict.ground == .certificate) == isCertified)
  }

  @Test func whoVotesInOthersNamesIsNotCertified() async throws {
    let scenario = """
      "voters": [
        {"name": "h", "role": "honest", "count": 6, "latency": {"exponential": {"mean": 1}}},
        {"name": "f", "role": "byzantine", "count": 1, "strategy": "impersonate"}]
      """
    let open = try await verdict(#""metric": "false_approval_rate", "at_most": 0.5"#, scenario)
    #expect(open.ground == .sequentialTest && open.outcome == .fail)
    let closed = try await verdict(
      #""metric": "false_approval_rate", "at_most": 0"#,
      #""safeguards": {"authentication": "hmac", "ties": "reject"}, "mode": "replicated", "#
        + scenario)
    #expect(closed.ground == .certificate && closed.outcome == .pass)
  }

  @Test func aRateOfNothingIsNotCertified() async throws {
    let verdict = try await verdict(
      #""metric": "false_approval_rate", "at_most": 0"#,
      #""workload": {"warranted": 1, "proposals": 2}, "# + replicas(liars: 2))
    #expect(verdict.outcome == .undefined && verdict.trials == 200 && verdict.value == nil)
  }

  @Test func theWorstIsGoodEnoughOnTheRightSideAlone() async throws {
    let scenario = """
      "voters": [
        {"name": "h", "role": "honest", "count": 5, "accuracy": 0.99,
         "latency": {"exponential": {"mean": 1}}},
        {"name": "slow", "role": "honest", "count": 1, "accuracy": 0.99,
         "latency": {"exponential": {"mean": 2}}},
        {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}]
      """
    let pass = try await verdict(#""metric": "false_approval_rate", "at_most": 0.1"#, scenario)
    #expect(pass.outcome == .pass && pass.ground == .worstCase && pass.trials == 0)
    guard case .within(let range)? = pass.value else { return #expect(Bool(false)) }
    #expect(range.lowerBound == 0 && range.upperBound > 0.01 && range.upperBound < 0.1)
    let tight = try await verdict(
      #""metric": "false_approval_rate", "at_most": \#(range.upperBound / 2)"#, scenario)
    #expect(tight.ground == .sequentialTest)
    let lower = try await verdict(#""metric": "false_approval_rate", "at_least": 0.9"#, scenario)
    #expect(lower.ground == .sequentialTest && lower.outcome == .fail)
  }

  // MARK: The adversary who does not see the future

  /// It does better than opposing, and worse than one who sees all votes.
  @Test func theCausalAdversaryIsItsOwnValue() async throws {
    let scenario = """
      "voters": [
        {"name": "h", "role": "honest", "count": 6, "accuracy": 0.95,
         "latency": {"exponential": {"mean": 1}}},
        {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}]
      """
    var values: [Double] = []
    for value in ["exact", "causal", "worst"] {
      let verdict = try await verdict(
        #""metric": "false_rejection_rate", "of": "\#(value)", "at_most": 1"#, scenario)
      #expect(verdict.outcome == .pass && verdict.trials == 0)
      guard case .exact(let number)? = verdict.value else { return #expect(Bool(false)) }
      values.append(number)
    }
    #expect(values[0] < values[1] && values[1] < values[2])
    let fixed = try await verdict(
      #""metric": "false_rejection_rate", "of": "causal", "at_most": 1"#,
      scenario.replacing(#"{"exponential": {"mean": 1}}"#, with: "1"))
    #expect(fixed.outcome == .undefined)
    #expect(fixed.reasons == ["h: its votes arrive at a known time"])
  }

  /// Seven good voters decide nothing if every proposal has expired when it is tallied.
  @Test(arguments: [
    #""metric": "quorum_failure_rate", "at_most": 0.001"#,
    #""metric": "correct_rate", "at_least": 0.9"#,
    #""metric": "quorum_failure_rate", "of": "worst", "at_most": 0.999"#,
  ])
  func theWorstPassesNothingThatExpires(expectation: String) async throws {
    let expiring = """
      "config": {"default_expiry_seconds": 5}, "voters": [
        {"name": "h", "role": "honest", "count": 7, "accuracy": 0.95,
         "latency": {"uniform": {"from": 0.1, "to": 2}}}]
      """
    let verdict = try await verdict(expectation, expiring)
    #expect(verdict.outcome == .fail)
  }

  // MARK: Values that are asked for

  /// Three honest voters, of whom one may err, and one opposer.
  private static let four = """
    "voters": [{"name": "h", "role": "honest", "count": 3, "accuracy": 0.9, "latency": 1},
      {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}]
    """

  /// One against one approves, so at worst every proposal does; if all votes count, only those on
  /// which one of three errs.
  @Test(arguments: [
    ("exact", 0.272, Verdict.Outcome.pass), ("exact", 0.27, .fail), ("worst", 0.999, .fail),
    ("worst", 1, .pass), ("worst_counted", 0.272, .pass), ("worst_counted", 0.27, .fail),
  ])
  func theValueThatIsAskedForDecides(
    value: String, limit: Double, outcome: Verdict.Outcome
  ) async throws {
    let verdict = try await verdict(
      #""metric": "false_approval_rate", "at_most": \#(limit), "of": "\#(value)""#, Self.four)
    #expect(verdict.outcome == outcome && verdict.trials == 0 && verdict.witness == nil)
    #expect(verdict.ground == (value == "exact" ? .exactValue : .worstCase))
  }

  @Test func whatIsNotKnownIsUndefinedWithItsReason() async throws {
    let late = #""network": {"partitions": [{"from": 0, "to": 9, "groups": ["h"]}]}"#
    for value in ["exact", "worst_counted"] {
      let verdict = try await verdict(
        #""metric": "false_approval_rate", "at_most": 1, "of": "\#(value)""#,
        "\(Self.four), \(late)")
      #expect(verdict.outcome == .undefined && verdict.value == nil)
      #expect(verdict.reasons == ["h: a partition holds votes back"])
    }
  }

  /// What a bound exceeds may be kept all the same.
  @Test(arguments: [
    (#""at_most": 1"#, Verdict.Outcome.pass), (#""at_most": 0.5"#, .inconclusive),
    (#""at_least": 0.5"#, .inconclusive),
  ])
  func aBoundProvesOneSideOnly(limit: String, outcome: Verdict.Outcome) async throws {
    let late = #""network": {"partitions": [{"from": 0, "to": 9, "groups": ["h"]}]}"#
    let verdict = try await verdict(
      #""metric": "false_approval_rate", "of": "worst", \#(limit)"#, "\(Self.four), \(late)")
    #expect(verdict.outcome == outcome && verdict.value == .exact(1))
    #expect(verdict.reasons.isEmpty == (outcome == .pass))
  }

  // MARK: Guarantees

  /// Seven who are right tolerate one against false approvals, and an early tally none for decisions.
  @Test(arguments: [
    (#""guarantee": "no_false_approval", "faults": 1"#, "", Verdict.Outcome.pass),
    (#""guarantee": "no_false_approval", "faults": 2"#, "", .fail),
    (#""guarantee": "no_false_approval", "faults": 2, "actions": "critical""#, "", .pass),
    (#""guarantee": "no_false_approval", "faults": 1"#, #", "accuracy": 0.9"#, .inconclusive),
    (#""guarantee": "no_false_approval", "faults": 2"#, #", "accuracy": 0.9"#, .fail),
    (#""guarantee": "no_false_approval", "faults": 2, "must_fail": true"#, "", .pass),
    (#""guarantee": "no_false_approval", "faults": 1, "must_fail": true"#, "", .fail),
    (#""guarantee": "decision", "faults": 1"#, "", .fail),
  ])
  func certificatesDecideGuarantees(
    claim: String, rest: String, outcome: Verdict.Outcome
  ) async throws {
    let verdict = try await verdict(
      claim, #""voters": [{"name": "h", "role": "honest", "count": 7\#(rest)}]"#)
    #expect(verdict.outcome == outcome && verdict.ground == .certificate && verdict.trials == 0)
    #expect(
      verdict.reasons
        == (outcome == .inconclusive ? ["the scenario breaks a premise: honest right (h)"] : []))
  }

  /// At least two of seven err in 4.4 % of cases, three in 0.4 %: see `CertifyRiskTests`.
  @Test(arguments: [
    (#""guarantee": "no_false_approval", "faults": 0, "risk": 0.05"#, "", Verdict.Outcome.pass),
    (#""guarantee": "no_false_approval", "faults": 0, "risk": 0.04"#, "", .fail),
    (
      #""guarantee": "no_false_approval", "faults": 0, "risk": 0.004, "actions": "critical""#, "",
      .pass
    ),
    (#""guarantee": "no_false_approval", "faults": 1, "risk": 0.05"#, "", .fail),
    (#""guarantee": "no_false_approval", "faults": 1, "risk": 0.05, "must_fail": true"#, "", .pass),
    (#""guarantee": "decision", "faults": 0, "risk": 0"#, "", .pass),
    (#""guarantee": "decision", "faults": 1, "risk": 0.9"#, "", .fail),
    (#""guarantee": "decision", "faults": 9, "risk": 0.9"#, "", .fail),
    (#""guarantee": "no_false_approval", "faults": 9, "risk": 0.9"#, "", .fail),
    (#""guarantee": "no_false_rejection", "faults": 0, "risk": 0.02"#, "", .fail),
    (
      #""guarantee": "no_false_rejection", "faults": 0, "risk": 0.02, "actions": "normal""#, "",
      .pass
    ),
    (
      #""guarantee": "decision", "faults": 0, "risk": 0"#,
      #", "latency": {"exponential": {"mean": 5}}"#, .inconclusive
    ),
  ])
  func guaranteesAreDecidedAtARisk(
    claim: String, rest: String, outcome: Verdict.Outcome
  ) async throws {
    let verdict = try await verdict(
      claim, #""voters": [{"name": "h", "role": "honest", "count": 7, "accuracy": 0.95\#(rest)}]"#)
    #expect(verdict.outcome == outcome && verdict.ground == .worstCase && verdict.trials == 0)
    #expect(
      verdict.reasons
        == (outcome == .inconclusive
          ? ["the scenario breaks a premise: votes arrive by deadline (h)"] : []))
  }

  /// Of too many combinations there is a bound, which decides only what is far enough from it.
  @Test(arguments: [(0.5, Verdict.Outcome.pass), (1e-9, .inconclusive)])
  func aBoundDecidesWhatIsFarFromIt(risk: Double, outcome: Verdict.Outcome) async throws {
    let groups = (1...8).map {
      #"{"name": "g\#($0)", "role": "honest", "count": 9, "weight": \#($0), "accuracy": 0.9}"#
    }
    let verdict = try await verdict(
      #""guarantee": "no_false_approval", "faults": 1, "risk": \#(risk)"#,
      #""voters": [\#(groups.joined(separator: ", "))]"#)
    #expect(verdict.outcome == outcome)
    #expect(
      verdict.reasons == (outcome == .pass ? [] : ["the worst case is only a bound"]))
    guard case .within(let range) = verdict.value else {
      Issue.record("a bound is a range")
      return
    }
    #expect(range.lowerBound == 0 && range.upperBound > 1e-9 && range.upperBound < 0.5)
  }

  // MARK: Canaries

  @Test(arguments: [
    (#""at_most": 0.05, "must_fail": true"#, Verdict.Outcome.pass),
    (#""at_most": 0.2, "must_fail": true"#, .fail), (#""at_most": 0.2, "must_fail": false"#, .pass),
  ])
  func whatMustFailIsTurnedRound(limit: String, outcome: Verdict.Outcome) async throws {
    let verdict = try await verdict("\"metric\": \"false_approval_rate\", \(limit)", Self.clones)
    #expect(verdict.outcome == outcome && verdict.witness == nil)
  }

  /// Undecided and undefined stay what they are.
  @Test func whatMustFailNeedsAVerdict() async throws {
    let verdict = try await verdict(
      #""metric": "false_approval_rate", "at_most": 0.5, "must_fail": true"#,
      #""workload": {"warranted": 1}, \#(Self.clones)"#)
    #expect(verdict.outcome == .undefined)
  }
}
