import CSV
import Exactness
import Experiments
import Metrics
import Scenarios
import Statistics
import TestSupport
import Testing

/// What is known of exact values and worst cases before anything is simulated.
struct AnalyticValuesTests {
  /// What is known of each bundled scenario, computed once for all tests.
  private static let bundled = Result {
    try Dictionary(
      uniqueKeysWithValues: BundledScenario.fileNames().map { name in
        let file = try ScenarioFile(parsing: BundledScenario.text(of: name))
        return (name, (file: file, known: AnalyticValues(file)))
      })
  }

  private func bundled(_ name: String) throws -> (file: ScenarioFile, known: AnalyticValues) {
    try #require(try Self.bundled.get()[name])
  }

  /// A 95 % interval is left by one value in twenty; one stretched to thrice its reach, by none of
  /// the few hundred here.
  ///
  /// Detectors, which say nothing of this, would take most of the time.
  @Test(arguments: try BundledScenario.fileNames().filter { !$0.hasPrefix("blocs-") })
  func theExactValueLiesInTheInterval(name: String) throws {
    let (file, known) = try bundled(name)
    for (index, cell) in file.cells.enumerated() {
      var trials = Trials(cell.scenario)
      let counts = trials.run(1...Effort.count(40, inDebug: 3))
      for metric in Metric.exact {
        let exact = known.cells[index].value(of: metric)
        guard let exact,
          case .estimate(let estimate) = counts.measurement(of: metric, in: cell.scenario)
        else {
          continue
        }
        let (value, low, high) = (estimate.value, estimate.low, estimate.high)
        let range = (value - 3 * (value - low) - 1e-9)...(value + 3 * (high - value) + 1e-9)
        #expect(range.contains(exact), "\(metric) in cell \(index + 1): \(exact), not \(range)")
      }
    }
  }

  /// No attack of the bundled scenarios does worse than the worst there is.
  @Test(arguments: try BundledScenario.fileNames())
  func nothingIsWorseThanTheWorst(name: String) throws {
    let (file, known) = try bundled(name)
    for metric in Metric.exact {
      for cell in file.cells.indices {
        guard let exact = known.cells[cell].value(of: metric),
          let worst = known.cells[cell].worst(of: metric)?.value
        else { continue }
        let gap = metric == .correctRate ? exact - worst : worst - exact
        #expect(gap > -1e-12, "\(metric) in cell \(cell + 1): \(exact), worst \(worst)")
      }
    }
  }

  /// Nearly everywhere there is an attack that is as bad as the worst case.
  @Test func theWorstOfBundledScenariosIsAttained() throws {
    var kinds: [WorstValue.Kind] = []
    for name in try BundledScenario.fileNames() where !name.hasPrefix("blocs-") {
      let (file, known) = try bundled(name)
      for (cell, analysis) in zip(file.cells, known.cells)
      where cell.scenario.isAttacked {
        let worst = Metric.exact.compactMap { analysis.worst(of: $0) }
        if !worst.isEmpty {
          kinds.append(worst.contains { $0.kind == .bound } ? .bound : .attained)
        }
      }
    }
    let attained = kinds.count { $0 == .attained }
    #expect(kinds.count > 30 && attained * 100 >= kinds.count * 95, "\(attained) of \(kinds.count)")
  }

  private func known(_ fields: String) throws -> AnalyticValues {
    AnalyticValues(
      try ScenarioFile(
        parsing: """
          {"name": "known", "voters": [
             {"name": "h", "role": "honest", "count": 3, "accuracy": 0.9, "latency": 1},
             {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
           "workload": {"proposals": 2}\(fields)}
          """))
  }

  /// Who can call the tally early decides which votes have arrived: one against one approves.
  @Test func theWorstCaseIsTheOneTheFaultyCanBringAbout() throws {
    let early = try known("")
    #expect(early.cells[0].worst(of: .falseApprovalRate)?.value == 1)
    #expect(early.cells[0].isArrivalTheirs)
    let decisive = try known(#", "safeguards": {"tally": "decisive"}"#)
    let worst = decisive.cells[0].worst(of: .falseApprovalRate)?.value
    let oneOfThreeErrs = 1 - 0.9 * 0.9 * 0.9
    #expect(abs(try #require(worst) - oneOfThreeErrs) < 1e-12)
    #expect(!decisive.cells[0].isArrivalTheirs)
  }

  /// Nobody decides on a proposal that expires before its tally, unless somebody calls one before.
  @Test(
    arguments: [
      ("honest", "deadline", "", [1, 0, 0], .attained),
      ("byzantine", "deadline", #", "strategy": "oppose""#, [1, 0, 1], .attained),
      ("honest", "all", "", [1, 0, 0.1], .bound), ("honest", "quorum", "", [1, 0, 0.1], .bound),
    ] as [(String, String, String, [Double], WorstValue.Kind)])
  func theWorstKnowsOfExpiry(
    role: String, tally: String, rest: String, expected: [Double], kind: WorstValue.Kind
  ) throws {
    let scenario = """
      {"name": "expiring", "config": {"default_expiry_seconds": 5, "quorum_fraction": 0.5},
       "voters": [
         {"name": "h", "role": "honest", "count": 1, "accuracy": 0.9, "latency": 2},
         {"name": "x", "role": "\(role)", "count": 1, "latency": 1\(rest)}],
       "workload": {"tally": "\(tally)"}}
      """
    let known = try AnalyticValues(ScenarioFile(parsing: scenario)).cells[0]
    let metrics = [Metric.quorumFailureRate, .correctRate, .falseApprovalRate]
    for (metric, expected) in zip(metrics, expected) {
      let worst = try #require(known.worst(of: metric))
      #expect((worst.value - expected).magnitude < 1e-12 && worst.kind == kind, "\(metric)")
    }
  }

  /// Votes that take 5 to 12 seconds come too late more often if they are also held back.
  @Test func anAdversarialSchedulerIsWorseThanAFairOne() throws {
    let known = try ScenarioFile(
      parsing: """
        {"name": "held", "trials": 400, "voters": [
           {"name": "h", "role": "honest", "count": 3},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
         "network": {"latency": {"uniform": {"from": 5, "to": 12}}},
         "sweep": {"network": [
           {"latency": {"uniform": {"from": 5, "to": 12}}},
           {"latency": {"uniform": {"from": 5, "to": 12}}, "scheduler": "adversarial",
            "max_delay": 1}]}}
        """)
    let values = AnalyticValues(known)
    var rates: [Double] = []
    for (index, cell) in known.cells.enumerated() {
      let exact = try #require(values.cells[index].value(of: .quorumFailureRate))
      var trials = Trials(cell.scenario)
      let counts = trials.run(1...cell.scenario.trials)
      guard
        case .estimate(let rate) = counts.measurement(of: .quorumFailureRate, in: cell.scenario)
      else { continue }
      #expect(rate.low <= exact && exact <= rate.high, "\(exact) \(rate)")
      rates.append(exact)
    }
    // There is no quorum if none of three honest votes comes within 8 seconds.
    #expect(rates.count == 2)
    let late = [4.0 / 7, 5.0 / 7]
    for (rate, late) in zip(rates, late) { #expect((rate - late * late * late).magnitude < 1e-9) }
  }

  /// A scheduler that may hold a vote back need not: of three votes that it could delay to after the
  /// deadline, it lets the one through that errs.
  @Test func anAdversarialSchedulerChooses() throws {
    let known = AnalyticValues(
      try ScenarioFile(
        parsing: """
          {"name": "chosen", "voters": [
             {"name": "h", "role": "honest", "count": 3, "accuracy": 0.9},
             {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
           "config": {"quorum_fraction": 0.5, "majority_threshold": 1},
           "workload": {"deadline": 8},
           "network": {"latency": 7, "scheduler": "adversarial", "max_delay": 2}}
          """))
    let worst = known.cells[0].worst(of: .falseApprovalRate)
    #expect(try abs(#require(worst).value - (1 - 0.9 * 0.9 * 0.9)) < 1e-12)
  }

  private func exact(_ metric: Metric, _ fields: String) throws -> Double {
    let values = AnalyticValues(try ScenarioFile(parsing: #"{"name": "sum", \#(fields)}"#))
    return try #require(values.cells[0].value(of: metric))
  }

  /// One approval of two approves: the opposer's, or one by mistake.
  @Test(arguments: [(0.0, 0.1), (0.25, 0.325), (1, 1)])
  func faultyVotersMisbehaveAsOftenAsTheyAreSaidTo(rate: Double, expected: Double) throws {
    let value = try exact(
      .falseApprovalRate,
      """
      "voters": [{"name": "h", "role": "honest", "count": 1, "accuracy": 0.9},
        {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose", "rate": \(rate)}]
      """)
    #expect((value - expected).magnitude < 1e-12)
  }

  /// Half of all messages come in time; of a message and its copy, the faster counts.
  @Test(arguments: [(0.0, 0.5), (0.5, 0.375), (1, 0.25)])
  func aCopyMayBeFaster(duplication: Double, expected: Double) throws {
    let value = try exact(
      .quorumFailureRate,
      """
      "voters": [{"name": "h", "role": "honest", "count": 1}],
      "network": {"latency": {"uniform": {"from": 4, "to": 12}}, "duplication": \(duplication)}
      """)
    #expect((value - expected).magnitude < 1e-9)
  }

  /// Six thousand voters each of whom may abstain are a matter of minutes.
  @Test func whatWouldTakeLongIsLeftOut() throws {
    let known = try known(#", "sweep": {"voters.h.count": [6000], "voters.h.abstain": [0.5]}"#)
    #expect(known.cells[0].value(of: .falseApprovalRate) == nil)
    #expect(known.cells[0].isGivenUp)
  }

  /// The work of many cells is no more than that of one.
  @Test func aLargeSweepTakesNoLonger() throws {
    let cell = #""voters.h.count": [100], "voters.h.abstain": [0.5]"#
    let one = try known(#", "sweep": {\#(cell)}"#)
    #expect(one.cells[0].value(of: .falseApprovalRate) != nil)
    let many = try known(#", "sweep": {\#(cell), "seed": {"from": 1, "to": 3000}}"#)
    #expect(many.cells[0].value(of: .falseApprovalRate) == nil)
  }
}
