import Consensus
import Exactness
import JSON
import Metrics
import Scenarios
import Testing

/// A cell under many settings at once is what it is under each of them.
struct ManyRulesTests {
  /// Voters who err, and what else a scenario has.
  private struct Case: CustomTestStringConvertible {
    let name: String
    let voters: String
    var workload = ""
    var safeguards = ""
    /// How many of the settings have no exact value.
    var lacking = 0...0

    var testDescription: String { name }

    var scenario: Scenario {
      get throws {
        try ScenarioFile(
          parsing: """
            {"name": "many", "voters": [\(voters)], "safeguards": {\(safeguards)},
             "config": {"allow_vote_change": true},
             "workload": {"actions": {"quarantine": 2, "terminate": 1}\(workload)}}
            """
        ).cells[0].scenario
      }
    }
  }

  private static func honest(_ count: Int, _ rest: String = "") -> String {
    #"{"name": "h\#(count)", "role": "honest", "count": \#(count), "accuracy": 0.8\#(rest)}"#
  }

  private static func byzantine(_ count: Int, _ strategy: String, _ rest: String = "") -> String {
    """
    {"name": "b", "role": "byzantine", "count": \(count), "strategy": "\(strategy)"\(rest)}
    """
  }

  private static func ring(_ count: Int, _ plan: String, _ rest: String = "") -> String {
    #"{"name": "r", "role": "colluding", "count": \#(count), "plan": "\#(plan)"\#(rest)}"#
  }

  private static let late = #", "latency": {"exponential": {"mean": 2}}"#

  private static let cases: [Case] = [
    Case(name: "equal weights", voters: honest(4, late) + "," + byzantine(2, "oppose")),
    Case(
      name: "whole weights",
      voters: honest(3, #", "weight": 2"#) + "," + byzantine(2, "oppose", #", "rate": 0.5"#)),
    Case(
      name: "weights with rounded sums",
      voters: honest(3, #", "weight": 0.1, "latency": 1"#) + "," + honest(2, #", "weight": 0.2"#)
        + "," + byzantine(1, "oppose", #", "weight": 0.7"#), lacking: 1...29),
    Case(
      name: "quorum by weight",
      voters: honest(3, #", "weight": 3, "abstain": 0.2"#) + "," + byzantine(2, "oppose"),
      safeguards: #""quorum_unit": "weight""#),
    Case(
      name: "correlation",
      voters: honest(4, #", "correlation": 0.4"#) + ","
        + ring(2, "lockstep", #", "camouflage": 0.3"#)),
    Case(
      name: "last movers",
      voters: honest(4, #", "abstain": 0.1"#) + "," + byzantine(2, "last_mover", #", "rate": 0.7"#)),
    Case(name: "pivot", voters: honest(4, #", "weight": 2"#) + "," + ring(3, "pivot")),
    Case(name: "rush", voters: honest(3, late) + "," + byzantine(2, "rush", #", "rate": 0.6"#)),
    Case(
      name: "rush with weights",
      voters: honest(3, late + #", "weight": 2"#) + "," + byzantine(2, "rush")),
    Case(
      name: "rush for settled decisions",
      voters: honest(3, late + #", "abstain": 0.2"#) + "," + byzantine(2, "rush"),
      safeguards: #""tally": "decisive""#),
    Case(
      name: "premature tally", voters: honest(4, late) + "," + byzantine(2, "premature_tally"),
      workload: #", "proposals": 3"#),
    Case(
      name: "at the quorum", voters: honest(3, late) + "," + byzantine(2, "flip"),
      workload: #", "tally": "quorum""#),
    Case(
      name: "mimic",
      voters: honest(4, #", "latency": {"uniform": {"from": 0, "to": 2}}"#) + ","
        + ring(2, "mimic", #", "participation": 0.8"#)),
    Case(
      name: "crash",
      voters: honest(3, late)
        + #", {"name": "c", "role": "absent", "count": 2, "mode": "crash_at", "at": 25"#
        + #", "latency": {"uniform": {"from": 1, "to": 8}}}"#,
      workload: #", "proposals": 4, "interval": 10"#),
  ]

  /// Thirty settings, no two of them alike.
  private func settings(_ scenario: Scenario) throws -> [RuleSettings] {
    func choice<Value>(_ values: [Value], _ number: Int) -> Value { values[number % values.count] }
    return try (0..<30).map { number in
      var settings = scenario.ruleSettings
      let values: [(String, JSONValue)] = [
        ("quorum_fraction", JSONValue(choice([0.2, 0.4, 0.5, 2.0 / 3, 1], number))),
        ("majority_threshold", JSONValue(choice([0.5, 0.4, 0.6, 2.0 / 3, 0.75, 1], number))),
        ("supermajority_threshold", JSONValue(choice([0.7, 0.5, 0.9, 1], number))),
        ("quorum", .string(choice(["fraction", "fraction", "fraction", "bft"], number / 3))),
        ("ties", .string(choice(["approve", "reject", "reject"], number / 2))),
        ("rule", .string(choice(["ratio", "ratio", "ratio", "certificate"], number / 4))),
      ]
      for (key, value) in values { try #require(RuleField.named(key)).set(value, in: &settings) }
      return settings
    }
  }

  /// All that an analysis tells, to the last bit.
  private func findings(_ analysis: ExactAnalysis) -> [String] {
    let reasons = [
      analysis.obstacles, analysis.worstObstacles, analysis.shortfalls, analysis.arrivalObstacles,
      analysis.causalObstacles,
    ]
    let values = Metric.exact.flatMap { metric in
      let worst = [
        analysis.worst(of: metric), analysis.worstCounted(of: metric), analysis.causal(of: metric),
      ]
      return [String(describing: analysis.value(of: metric)?.bitPattern)]
        + worst.map { "\(String(describing: $0?.value.bitPattern)) \($0?.kind.rawValue ?? "")" }
    }
    return reasons.map { $0.joined(separator: ", ") } + values
      + ["\(analysis.isArrivalTheirs) \(analysis.isGivenUp)"]
  }

  @Test(arguments: cases)
  private func eachIsWhatItIsAlone(_ one: Case) throws {
    let scenario = try one.scenario
    let settings = try settings(scenario)
    let analyses = ExactAnalysis.analyses(of: scenario, under: settings, asking: .values)
    let alone = settings.map { findings(ExactAnalysis(scenario.changing($0))) }
    for (place, analysis) in analyses.enumerated() {
      let found = findings(analysis)
      #expect(found == alone[place], "\(settings[place])")
    }
    #expect(Set(alone).count > 5)
    #expect(one.lacking.contains(analyses.count { !$0.obstacles.isEmpty }))
  }

  /// What is too much for one of the settings is so for each.
  @Test func theLimitIsThatOfEach() throws {
    let scenario = try Self.cases[1].scenario
    let settings = try settings(scenario)
    var givenUp: [Int] = []
    for share in [1e-9, 5e-5, 1e-3] {
      let effort = ExactEffort.full.share(share)
      let analyses = ExactAnalysis.analyses(
        of: scenario, under: settings, asking: [.exact, .worst], within: effort)
      let alone = settings.map {
        ExactAnalysis(scenario.changing($0), within: effort, asking: [.exact, .worst])
      }
      #expect(analyses.map(findings) == alone.map(findings))
      givenUp.append(analyses.count(where: \.isGivenUp))
    }
    #expect(givenUp[0] == 30 && 1...29 ~= givenUp[1] && givenUp[2] == 0, "\(givenUp)")
  }

  @Test func whatIsNotAskedIsNotKnown() throws {
    let scenario = try Self.cases[0].scenario
    let analysis = ExactAnalysis(scenario, within: nil, asking: .worst)
    #expect(analysis.obstacles == ["nobody asked for it"])
    #expect(analysis.causalObstacles == ["nobody asked for it"])
    #expect(analysis.value(of: .falseApprovalRate) == nil)
    #expect(analysis.worst(of: .falseApprovalRate) != nil)
    #expect(
      ExactAnalysis(scenario, within: nil, asking: .exact).worst(of: .falseApprovalRate) == nil)
  }
}
