import Experiments
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing

@testable import Reports

/// What a summary shows of exact values and worst cases.
struct KnownValuesTests {
  private func file(_ name: String) throws -> ScenarioFile {
    try ScenarioFile(parsing: BundledScenario.text(of: name))
  }

  private func summary(of file: ScenarioFile, trials: Int) -> Summary {
    let results = file.cells.enumerated().map { index, cell in
      var runner = Trials(cell)
      return CellResult(number: index + 1, scenario: cell, counts: runner.run(1...trials))
    }
    return Summary(results, of: file)
  }

  /// A 95 % interval is left by one value in twenty; one stretched to thrice its reach, by none of
  /// the few hundred here.
  ///
  /// Detectors, which say nothing of this, would take most of the time.
  @Test(arguments: try BundledScenario.fileNames().filter { !$0.hasPrefix("blocs-") })
  func theExactValueLiesInTheInterval(name: String) throws {
    let file = try file(name)
    let known = KnownValues(file)
    let table = summary(of: file, trials: 15).table
    for metric in Metric.exact {
      let columns = try ["", "_low", "_high"].map {
        try #require(table.column(metric.rawValue + $0)).map { Double($0) }
      }
      for cell in file.cells.indices {
        let exact = known.value(of: metric, inCell: cell, estimate: nil).exact
        guard let exact, let value = columns[0][cell] else { continue }
        let low = try #require(columns[1][cell])
        let high = try #require(columns[2][cell])
        let range = (value - 3 * (value - low) - 1e-9)...(value + 3 * (high - value) + 1e-9)
        #expect(range.contains(exact), "\(metric) in cell \(cell + 1): \(exact), not \(range)")
      }
    }
  }

  /// No attack of the bundled scenarios does worse than the worst there is.
  @Test(arguments: try BundledScenario.fileNames())
  func nothingIsWorseThanTheWorst(name: String) throws {
    let file = try file(name)
    let known = KnownValues(file)
    for metric in Metric.exact {
      for cell in file.cells.indices {
        let value = known.value(of: metric, inCell: cell, estimate: nil)
        guard let exact = value.exact, let worst = value.worst else { continue }
        let gap = metric == .correctRate ? exact - worst : worst - exact
        #expect(gap > -1e-12, "\(metric) in cell \(cell + 1): \(exact), worst \(worst)")
        #expect(value.gap == max(0, gap))
      }
    }
  }

  private func known(_ fields: String) throws -> KnownValues {
    KnownValues(
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
    #expect(early.value(of: .falseApprovalRate, inCell: 0, estimate: nil).worst == 1)
    #expect(
      early.notes == ["worst: what the faulty voters could do at most, also by holding votes back"])
    let decisive = try known(#", "safeguards": {"tally": "decisive"}"#)
    let worst = decisive.value(of: .falseApprovalRate, inCell: 0, estimate: nil).worst
    // One of three errs, or more do.
    #expect(try (#require(worst) - (1 - 0.9 * 0.9 * 0.9)).magnitude < 1e-12)
    #expect(
      decisive.notes == ["worst: what the faulty voters could do at most, all honest votes counted"]
    )
    let both = try known(#", "sweep": {"safeguards.tally": ["anytime", "decisive"]}"#)
    #expect(both.notes.count == 2)
  }

  @Test func theGapIsThatOfTheExactValueOrElseTheEstimate() throws {
    let known = try known("")
    let value = known.value(of: .falseApprovalRate, inCell: 0, estimate: 0.5)
    #expect(try value.gap == 1 - #require(value.exact))
    let called = try self.known(#", "sweep": {"voters.t.strategy": ["rush"]}"#)
    let estimated = called.value(of: .falseApprovalRate, inCell: 0, estimate: 0.75)
    #expect(estimated.exact == nil && estimated.worst == 1 && estimated.gap == 0.25)
    #expect(called.value(of: .falseApprovalRate, inCell: 0, estimate: nil).gap == nil)
  }

  @Test func withoutFaultyVotersThereIsNoWorstCase() throws {
    let known = try known(#", "sweep": {"voters.t.count": [0]}"#)
    let value = known.value(of: .falseApprovalRate, inCell: 0, estimate: nil)
    #expect(value.exact != nil && value.worst == nil && value.gap == nil)
    #expect(known.notes == [])
  }

  /// Six thousand voters each of whom may abstain are a matter of minutes.
  @Test func whatWouldTakeLongIsLeftOut() throws {
    let known = try known(#", "sweep": {"voters.h.count": [6000], "voters.h.abstain": [0.5]}"#)
    #expect(known.value(of: .falseApprovalRate, inCell: 0, estimate: nil).exact == nil)
    #expect(known.notes.last == "what would take long is left out; see `quorumlab exact`")
  }

  /// The work of many cells is no more than that of one.
  @Test func aLargeSweepTakesNoLonger() throws {
    let cell = #""voters.h.count": [100], "voters.h.abstain": [0.5]"#
    let one = try known(#", "sweep": {\#(cell)}"#)
    #expect(one.value(of: .falseApprovalRate, inCell: 0, estimate: nil).exact != nil)
    let many = try known(#", "sweep": {\#(cell), "seed": {"from": 1, "to": 3000}}"#)
    #expect(many.value(of: .falseApprovalRate, inCell: 0, estimate: nil).exact == nil)
  }

  @Test func objectsHoldWhatIsKnown() throws {
    let file = try file("canary-abstainers-decide.json")
    guard case .array(let cells) = summary(of: file, trials: 5).json,
      case .object(let members)? = cells.first
    else {
      Issue.record("the summary is no list of objects")
      return
    }
    guard case .object(let rate)? = members["false_approval_rate"],
      case .object(let mean)? = members["participation_mean"]
    else {
      Issue.record("no rates")
      return
    }
    #expect(rate.members.map(\.key) == ["value", "low", "high", "exact", "worst"])
    #expect(rate["exact"] == JSONValue(0.0) && rate["worst"] == JSONValue(1.0))
    #expect(mean.members.map(\.key) == ["value", "low", "high", "exact"])
  }

  @Test func oneCellHasColumns() throws {
    let file = try file("canary-abstainers-decide.json")
    Snapshot.expect(summary(of: file, trials: 20).text(columns: 80), equals: "known-one-cell.txt")
  }

  @Test func manyCellsKeepTheirColumnsTogether() throws {
    let file = try file("ring-against-default-config.json")
    let text = summary(of: file, trials: 20).text(columns: 80)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 && $0.last != " " })
    Snapshot.expect(text, equals: "known-many-cells.txt")
  }
}
