import Agents
import Consensus
import Exactness
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

/// Values by the order of arrival are those of all orders, one by one.
struct ArrivalOrderTests {
  private static let strategies: [ByzantineStrategy] = [
    .rush, .rush, .prematureTally, .flip, .doubleVote, .oppose, .approveAll, .abstain, .lastMover,
  ]

  @Test func everyOrderOfEveryVote() {
    forEverySeed(
      600, inDebug: 70,
      premises: ["order matters", "votes are lost", "weights differ", "decisive", "expires"]
    ) { draw in
      let scenario = try draw.arrivalScenario(strategies: Self.strategies)
      let analysis = ExactAnalysis(scenario)
      try require(analysis.obstacles.isEmpty, "\(analysis.obstacles)")
      let loss = scenario.network.loss
      if scenario.workload.tally == .quorum { draw.met("order matters") }
      if loss > 0 { draw.met("votes are lost") }
      if Set(scenario.weights).count > 1 { draw.met("weights differ") }
      if scenario.safeguards.tally == .decisive { draw.met("decisive") }
      if scenario.expiresBeforeDeadline { draw.met("expires") }
      var (approval, rejection, undecided, participation) = (0.0, 0.0, 0.0, 0.0)
      for isWarranted in [true, false] {
        for isCritical in [true, false] {
          let result = try ArrivalEnumeration(
            scenario: scenario, isWarranted: isWarranted, isCritical: isCritical, loss: loss
          ).result()
          if isWarranted {
            rejection += result.rejected / 2
          } else {
            approval += result.approved / 2
          }
          undecided += result.undecided / 4
          participation += result.participants / 4 / Double(scenario.voterCount)
        }
      }
      try requireNear(analysis.value(of: .falseApprovalRate), approval)
      try requireNear(analysis.value(of: .falseRejectionRate), rejection)
      try requireNear(analysis.value(of: .quorumFailureRate), undecided)
      try requireNear(analysis.value(of: .participationMean), participation)
    }
  }

  private func requireNear(_ value: Double?, _ expected: Double) throws {
    let value = try requireValue(value, "there is no value")
    try require(
      (value - expected).magnitude <= 1e-12, "\(value) differs from \(expected)")
  }

  /// As exact fractions have it, which `Fixtures/generate_arrivals.py` has worked out by another road.
  @Test func ratesAreThoseOfExactFractions() throws {
    var smallest = 1.0
    for known in try KnownRates.all("arrivals.txt") {
      let analysis = ExactAnalysis(known.scenario)
      for (metric, rate) in known.rates {
        let value = try #require(analysis.value(of: metric), "\(analysis.obstacles)")
        #expect((value - rate).magnitude <= 1e-13 * rate, "\(metric) of \(known.line)")
        if value > 0 { smallest = min(smallest, value) }
      }
    }
    #expect(smallest < 1e-17)
  }

  // MARK: Times

  private func latency(
    _ voters: Int, _ distribution: JSONValue, tally: String, quorum: Double = 0.5,
    deadline: Double = 100, loss: Double = 0
  ) throws -> Double? {
    let scenario: JSONValue = [
      "name": "times",
      "voters": [
        [
          "name": "honest", "role": "honest", "count": JSONValue(voters), "latency": distribution,
        ]
      ],
      "config": ["quorum_fraction": JSONValue(quorum)], "network": ["loss": JSONValue(loss)],
      "workload": ["proposals": 1, "tally": .string(tally), "deadline": JSONValue(deadline)],
    ]
    let cell = try ScenarioFile(parsing: scenario.text()).cells[0].scenario
    return ExactAnalysis(cell).value(of: .latencyMean)
  }

  /// The k-th of n uniform times has the mean k ÷ (n + 1).
  @Test(arguments: [(1, 1), (5, 3), (9, 9), (Effort.count(1000, inDebug: 100), 40)])
  func uniformTimes(voters: Int, number: Int) throws {
    let value = try #require(
      try latency(
        voters, ["uniform": ["from": 0, "to": 10]], tally: "quorum",
        quorum: Double(number) / Double(voters)))
    #expect((value - 10 * Double(number) / Double(voters + 1)).magnitude < 2e-9)
  }

  /// The k-th of n exponential times is a sum of k spacings.
  @Test(arguments: [(3, 1), (7, 4), (31, 31), (Effort.count(400, inDebug: 80), 20)])
  func exponentialTimes(voters: Int, number: Int) throws {
    let value = try #require(
      try latency(
        voters, ["exponential": ["mean": 2]], tally: "quorum",
        quorum: Double(number) / Double(voters), deadline: 1000))
    let expected = (0..<number).reduce(0.0) { $0 + 2 / Double(voters - $1) }
    #expect((value / expected - 1).magnitude < 1e-8)
  }

  /// From scipy: 5 lognormal times with median 2 and sigma 1, and a deadline of 3 seconds; the third
  /// is the quorum, and without one there is no decision.
  @Test func lognormalTimesUpToADeadline() throws {
    let value = try #require(
      try latency(5, ["lognormal": ["median": 2, "sigma": 1]], tally: "quorum", deadline: 3))
    #expect((value - 1.7504438168328549).magnitude < 1e-8)
  }

  @Test func withoutACallTheDeadlineDecides() throws {
    #expect(try latency(5, 1, tally: "deadline", deadline: 7) == 7)
    #expect(try latency(5, 1, tally: "all", deadline: 7) == 1)
  }
}
