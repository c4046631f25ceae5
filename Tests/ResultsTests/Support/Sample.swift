import Experiments
import JSON
import Metrics
import Scenarios

@testable import Results

/// A small scenario of several units, and what each of them comes to.
struct Sample {
  let file: ScenarioFile
  let plan: UnitPlan
  let records: [UnitRecord]

  /// Whether the records have the counts of each trial.
  private let keepsTrials: Bool

  /// A scenario of as many units as cells.
  init(units: Int = 5, seed: Int = 1, keepsTrials: Bool = false) throws {
    self.keepsTrials = keepsTrials
    let fractions = (1...units).map { String(Double($0) / Double(units)) }
    file = try ScenarioFile(
      parsing: """
        {"name": "sample", "seed": \(seed), "trials": 3,
         "voters": [
           {"name": "h", "role": "honest", "count": 2, "accuracy": 0.7, "latency": 1},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
         "workload": {"proposals": 2},
         "sweep": {"config.quorum_fraction": [\(fractions.joined(separator: ", "))]}}
        """)
    let plan = UnitPlan(file)
    let cells = file.cells.map(\.scenario)
    self.plan = plan
    records = (0..<plan.count).map { number in
      var trials = Trials(cells[plan[number].cell])
      let counts = trials.run(plan[number].trials)
      let scores = trials.scores(of: plan[number].trials) ?? []
      return UnitRecord(
        number: number,
        outcome: UnitOutcome(
          counts: counts, trials: keepsTrials ? scores.map(\.counts) : nil))
    }
  }

  /// The counts of each cell.
  var cells: [CellCounts] {
    var cells = Array(repeating: CellCounts(), count: file.cells.count)
    for record in records { cells[plan[record.number].cell].merge(record.outcome.counts) }
    return cells
  }

  /// The table of all trials.
  var table: TrialTable {
    TrialTable(file, plan, units: records.compactMap(\.outcome.trials))
  }

  /// The journal of a shard at a path.
  func journal(
    _ path: String, _ shard: Shard = .whole, startsOver: Bool = false
  ) throws(ResultError) -> Journal<UnitRecord> {
    try Journal(
      path, file, plan, shard, UnitDetail(keepsTrials: keepsTrials),
      earlier: EarlierWork(startsOver: startsOver))
  }

  /// The text of a shard's file.
  func text(_ shard: Shard, changing change: (inout UnitRecord) -> Void = { _ in }) -> String {
    let records = shard.units(of: plan).map { number in
      var record = self.records[number]
      change(&record)
      return record
    }
    return ShardFile.text(
      shard, of: file, plan, records: records, keepsTrials: keepsTrials,
      provenance: ["host": "h", "threads": 2])
  }
}

/// The kind of the error of some work, and what it tells; nil if there is none.
func problem<Value>(
  of work: () throws(ResultError) -> Value
) -> (kind: ResultError.Kind, text: String)? {
  do throws(ResultError) {
    _ = try work()
    return nil
  } catch {
    return (error.kind, error.messages.joined(separator: "\n"))
  }
}
