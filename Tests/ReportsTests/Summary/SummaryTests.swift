import CSV
import Exactness
import Experiments
import Reports
import Scenarios
import TestSupport
import Testing

struct SummaryTests {
  /// The bytes of a small run: an accidental change of any stream of draws shows here.
  @Test func aSmallRunIsAsKept() throws {
    let file = try ScenarioFile(
      parsing: """
        {"name": "summary", "seed": 7, "trials": 40,
         "voters": [
           {"name": "h", "role": "honest", "count": 4, "accuracy": 0.8, "abstain": 0.1,
            "latency": {"lognormal": {"median": 0.5, "sigma": 1}}},
           {"name": "ring", "role": "colluding", "count": 2, "plan": "pivot"},
           {"name": "gone", "role": "absent", "count": 1, "mode": "intermittent",
            "availability": 0.5}],
         "network": {"latency": {"uniform": {"from": 0, "to": 0.2}}, "loss": 0.05,
                     "duplication": 0.1},
         "workload": {"proposals": 10, "actions": {"quarantine": 3, "terminate": 1}},
         "sweep": {"mode": ["central", "replicated"], "voters.ring.count": [0, 2]}}
        """)
    let results = file.cells.map { cell in
      var trials = Trials(cell.scenario)
      return CellResult(cell, trials.run(1...cell.scenario.trials))
    }
    let text = String(
      decoding: Summary(results, knowing: AnalyticValues(file), of: file).table.csv, as: UTF8.self)
    Snapshot.expect(text, equals: "summary.csv")
  }
}
