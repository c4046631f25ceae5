import Consensus
import Exactness
import Experiments
import JSON
import Metrics
import Scenarios
import Testing

@testable import Tuning

/// How much each searched field matters is what asking all settings one by one says.
struct SensitivityTests {
  private func sensitivity(_ request: String, _ more: String = "") async throws -> Sensitivity {
    let study = try await TuneStudyTests.study(
      try TuneStudyTests.plan(TuneStudyTests.four(", \"tune\": {\(request)}\(more)")))
    return try #require(Sensitivity(study))
  }

  private static let fractions = #""quorum_fraction": "all", "majority_threshold": "all""#

  private static let adversaries = """
    "adversaries": [
      {"name": "liar", "role": "byzantine", "strategy": "oppose"},
      {"name": "gone", "role": "absent"}]
    """

  /// The shares by all orders of inputs, of a value for each of some equally likely points.
  private func shapley(_ points: [[Int]], _ values: [Double]) -> [Double] {
    let inputs = points[0].count
    let mean = values.reduce(0, +) / Double(values.count)
    func worth(_ known: [Int]) -> Double {
      var groups: [[Int]: (count: Double, sum: Double)] = [:]
      for (point, value) in zip(points, values) {
        groups[known.sorted().map { point[$0] }, default: (0, 0)].count += 1
        groups[known.sorted().map { point[$0] }, default: (0, 0)].sum += value
      }
      return groups.values.map { group in
        let difference = group.sum / group.count - mean
        return group.count * difference * difference
      }.reduce(0, +) / Double(values.count)
    }
    var orders: [[Int]] = [[]]
    for _ in 0..<inputs {
      orders = orders.flatMap { order in
        (0..<inputs).filter { !order.contains($0) }.map { order + [$0] }
      }
    }
    var gains = Array(repeating: 0.0, count: inputs)
    for order in orders {
      for (place, input) in order.enumerated() {
        gains[input] += worth(Array(order[...place])) - worth(Array(order[..<place]))
      }
    }
    let whole = worth(Array(0..<inputs))
    return gains.map { $0 / Double(orders.count) / whole }
  }

  /// Of four voters all shares of votes are twelfths, so values between the twelfths stand for all.
  @Test func agreesWithSettingsAskedOneByOne() async throws {
    let plan = try TuneStudyTests.plan(
      TuneStudyTests.four(
        """
        , "tune": {"sensitivity": true, \(Self.adversaries),
          "search": {\(Self.fractions), "ties": "all", "tally": "all"}}
        """))
    let found = try #require(Sensitivity(await TuneStudyTests.study(plan)))
    #expect(
      found.fields.map(\.key) == ["quorum_fraction", "majority_threshold", "ties", "tally"])
    var points: [[Int]] = []
    var values: [[Double]] = []
    for quorum in 0..<12 {
      for majority in 0..<12 {
        for (ties, tally) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
          points.append([quorum, majority, ties, tally])
          var settings = plan.scenario.ruleSettings
          FractionField.quorum.set((Double(quorum) + 0.4) / 12, in: &settings)
          FractionField.majority.set((Double(majority) + 0.4) / 12, in: &settings)
          for (key, value) in [
            ("ties", ["approve", "reject"][ties]), ("tally", ["anytime", "decisive"][tally]),
          ] {
            let field = try #require(RuleField.named(key))
            try field.set(.string(value), in: &settings)
          }
          let ofAdversaries = plan.adversaries.map { adversary in
            let analysis = ExactAnalysis(adversary.scenario.changing(settings))
            return plan.metrics.map { analysis.value(of: $0) ?? .nan }
          }
          values.append(
            plan.metrics.indices.map { metric in
              ofAdversaries.dropLast().map { $0[metric] }.max() ?? .nan
            } + [ofAdversaries[plan.adversaries.count - 1][plan.harm]])
        }
      }
    }
    #expect(found.values.count == plan.metrics.count + 1)
    for (place, value) in found.values.enumerated() {
      let own = values.map { $0[place] }
      if !own.allSatisfy(\.isFinite) {
        #expect(value.metric == .latencyMean)
        continue
      }
      let known = try value.shares.get()
      let mean = own.reduce(0, +) / Double(own.count)
      #expect((known.mean - mean).magnitude < 1e-12, "\(value.metric)")
      guard let shares = known.shares else {
        #expect(own.allSatisfy { ($0 - own[0]).magnitude < 1e-12 }, "\(value.metric)")
        continue
      }
      let expected = shapley(points, own)
      for (share, effect) in zip(shares, expected) {
        #expect((share.shapley - effect).magnitude < 1e-10, "\(value.metric)")
      }
      // Ties decide at single thresholds only.
      #expect(shares[2] == .init(alone: 0, total: 0, shapley: 0))
      #expect(shares[0].total > 0.001, "\(value.metric)")
    }
  }

  @Test func listedValuesAreEquallyLikely() async throws {
    let found = try await sensitivity(
      """
      "sensitivity": true, \(Self.adversaries), "objectives": ["false_approval_rate"],
      "search": {"majority_threshold": [0.5, 0.6], "ties": ["reject", "approve"],
        "rule": "ratio"}
      """)
    #expect(found.values.map(\.metric) == [.falseApprovalRate, .expectedHarm, .expectedHarm])
    #expect(found.values.map(\.isInPeace) == [false, false, true])
    #expect(found.fields.map(\.key) == ["majority_threshold", "ties", "rule"])
    // Ties matter at one half alone: a, b, b, b has the shares 1/3 and 2/3, and 1/2 of either.
    let shares = try #require(try found.values[0].shares.get().shares)
    for share in shares.prefix(2) {
      #expect((share.alone - 1.0 / 3).magnitude < 1e-12)
      #expect((share.total - 2.0 / 3).magnitude < 1e-12)
      #expect((share.shapley - 0.5).magnitude < 1e-12)
    }
    #expect(shares[2] == .init(alone: 0, total: 0, shapley: 0))
    // A false approval costs as much as a false rejection, so a tie may go either way.
    #expect(try found.values[1].shares.get().shares == nil)
  }

  @Test func nobodyAsksSoNothingIsTold() async throws {
    let study = try await TuneStudyTests.study(
      try TuneStudyTests.plan(
        TuneStudyTests.four(#", "tune": {"search": {"ties": "all"}, "adversaries": "worst"}"#)))
    #expect(Sensitivity(study) == nil)
  }

  /// The settings of the scenario are no part of the search here.
  @Test func ownSettingsThatAreNotSearchedDoNotCount() async throws {
    let study = try await TuneStudyTests.study(
      try TuneStudyTests.plan(
        TuneStudyTests.four(
          """
          , "tune": {"sensitivity": true, \(Self.adversaries),
            "search": {"quorum_fraction": [0.7, 0.9]}, "objectives": ["quorum_failure_rate"]}
          """)))
    #expect(study.configurations.map(\.number) == [0, 1, 2])
    let found = try #require(Sensitivity(study))
    let failures = try study.configurations.map { try #require($0.worst[0].value.value) }
    let known = try found.values[0].shares.get()
    #expect(known.mean == (failures[1] + failures[2]) / 2)
    #expect(failures[0] != failures[1] && failures[1] != failures[2])
  }

  @Test func whatIsNotExactIsNotGuessed() async throws {
    let flood = #"{"name": "f", "role": "byzantine", "strategy": "flood", "rate": 0.5}"#
    let found = try await sensitivity(
      """
      "sensitivity": true, "max_trials": 200, "search": {"ties": "all"}, "adversaries": [\(flood)]
      """)
    for value in found.values where !value.isInPeace {
      #expect(value.shares == .failure(.notExact(configurations: 2)))
    }
  }

  @Test func whatIsUndefinedSomewhereHasNoShares() async throws {
    let found = try await sensitivity(
      """
      "sensitivity": true, "adversaries": [{"name": "gone", "role": "absent"}],
      "search": {"quorum_fraction": [0.5, 1]}, "objectives": ["latency_mean"]
      """)
    // With one absent voter nothing is ever decided if all are needed.
    #expect(found.values.map(\.metric) == [.latencyMean, .expectedHarm, .expectedHarm])
    #expect(found.values[0].shares == .failure(.undefined(configurations: 1)))
    #expect(try found.values[1].shares.get().shares?.count == 1)
  }
}
