import Experiments
import Scenarios
import TestSupport
import Testing

struct UnitPlanTests {
  private func file(voters: Int, proposals: Int, trials: Int, cells: Int) throws -> ScenarioFile {
    let fractions = (1...cells).map { "\(Double($0) / Double(cells))" }.joined(separator: ", ")
    return try ScenarioFile(
      parsing: """
        {"name": "plan", "trials": \(trials),
         "voters": [{"name": "h", "role": "honest", "count": \(voters)}],
         "workload": {"proposals": \(proposals)},
         "sweep": {"config.quorum_fraction": [\(fractions)]}}
        """)
  }

  @Test func everyTrialOfEveryCellIsInJustOneUnit() {
    forEverySeed(200) { draw in
      let file = try file(
        voters: draw.int(in: 1...40), proposals: draw.int(in: 1...300),
        trials: draw.int(in: 1...20_000), cells: draw.int(in: 1...6))
      let plan = UnitPlan(file)
      var next = [Int](repeating: 1, count: file.cells.count)
      var cell = 0
      for number in 0..<plan.count {
        let unit = plan[number]
        try requireEqual(unit.number, number)
        try require(unit.cell == cell || unit.cell == cell + 1, "cells come one after another")
        cell = unit.cell
        try requireEqual(unit.trials.lowerBound, next[cell])
        next[cell] = unit.trials.upperBound + 1
      }
      try requireEqual(next, file.cells.map { $0.scenario.trials + 1 })
      draw.sometimes("a cell of several units", plan.count > file.cells.count)
    }
  }

  @Test func thereAreNeverTooManyUnitsToKeep() throws {
    let plan = UnitPlan(
      try file(voters: 4, proposals: 1, trials: 1_000_000_000_000, cells: 3))
    #expect(plan.count <= 4096)
    #expect(plan[plan.count - 1].trials.upperBound == 1_000_000_000_000)
  }

  /// What is kept of finished work names units by number, so that the cut must never move.
  @Test func theCutStaysWhereItIs() throws {
    let plan = UnitPlan(try file(voters: 7, proposals: 50, trials: 1000, cells: 2))
    #expect(plan.count == 14)
    #expect(plan[6].trials == 859...1000 && plan[6].cell == 0)
    #expect(plan[7].trials == 1...143 && plan[7].cell == 1)
  }
}
