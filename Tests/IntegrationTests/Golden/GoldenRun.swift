import CSV
import Exactness
import Experiments
import Reports
import Scenarios
import Testing

/// Small runs that together use every role, strategy, plan, mode of tallying and kind of network.
struct GoldenRun: CustomTestStringConvertible {
  let name: String
  /// Everything but the name, without the outer braces.
  let fields: String

  var testDescription: String { name }

  /// The file of the scenario.
  func file() throws -> ScenarioFile {
    try ScenarioFile(parsing: "{\"name\": \"\(name)\", \(fields)}")
  }

  /// The bytes of the summary, computed by one thread, trial by trial.
  func csv() throws -> [UInt8] {
    let file = try file()
    let results = file.cells.map { cell in
      var trials = Trials(cell.scenario)
      return CellResult(cell, trials.run(1...cell.scenario.trials))
    }
    return Summary(results, knowing: AnalyticValues(file), of: file).table.csv
  }

  private static let honest = """
    {"name": "h", "role": "honest", "count": 4, "accuracy": 0.85, "abstain": 0.05,
     "latency": {"exponential": {"mean": 1}}}
    """

  static let all = [
    GoldenRun(
      name: "perception",
      fields: """
        "seed": 18446744073709551615, "trials": 30, "voters": [
          {"name": "h", "role": "honest", "count": 5, "correlation": 0.5, "weight": 2,
           "accuracy": {"warranted": 0.9, "unwarranted": 0.7}, "abstain": 0.2,
           "latency": {"lognormal": {"median": 2, "sigma": 1}}},
          {"name": "slow", "role": "honest", "count": 2,
           "latency": {"uniform": {"from": 1, "to": 12}}}],
        "workload": {"proposals": 10, "interval": {"exponential": {"mean": 3}}, "targets": 3}
        """),
    GoldenRun(
      name: "votes",
      fields: """
        "seed": 2, "trials": 10, "voters": [\(honest),
          {"name": "b", "role": "byzantine", "count": 2, "strategy": "oppose", "rate": 0.7,
           "accuracy": 0.9}],
        "workload": {"proposals": 5, "actions": {"quarantine": 2, "terminate": 1, "x": 0.5}},
        "sweep": {"voters.b.strategy": ["oppose", "approve_all", "reject_all", "random", "abstain"]}
        """),
    GoldenRun(
      name: "timing",
      fields: """
        "seed": 3, "trials": 10, "voters": [\(honest),
          {"name": "b", "role": "byzantine", "count": 2, "strategy": "flip"}],
        "workload": {"proposals": 5},
        "sweep": {"voters.b.strategy": ["flip", "last_mover", "rush", "premature_tally"],
                  "config.allow_vote_change": [false, true]}
        """),
    GoldenRun(
      name: "misconduct",
      fields: """
        "seed": 4, "trials": 10, "voters": [\(honest),
          {"name": "b", "role": "byzantine", "count": 2, "strategy": "double_vote",
           "latency": 0.2}],
        "config": {"max_active_proposals": 3}, "workload": {"proposals": 5},
        "sweep": {"voters.b.strategy": ["double_vote", "impersonate", "flood", "equivocate"],
                  "safeguards.authentication": ["none", "hmac"]}
        """),
    GoldenRun(
      name: "plans",
      fields: """
        "seed": 5, "trials": 10, "voters": [\(honest),
          {"name": "r", "role": "colluding", "count": 3, "plan": "lockstep", "camouflage": 0.3,
           "from_proposal": 3, "targets": ["worker-1"], "accuracy": 0.8}],
        "workload": {"proposals": 8, "targets": 2},
        "sweep": {"voters.r.plan": ["lockstep", "oppose", "protect", "frame", "pivot"]}
        """),
    GoldenRun(
      name: "capture",
      fields: """
        "seed": 15, "trials": 10, "voters": [\(honest),
          {"name": "r", "role": "colluding", "count": 3, "plan": "mimic", "accuracy": 0.8,
           "victims": ["h-2", "h-1"]}],
        "workload": {"proposals": 8},
        "sweep": {"voters.r.plan": ["mimic", "isolate"], "voters.r.participation": [1, 0.6]}
        """),
    GoldenRun(
      name: "absence",
      fields: """
        "seed": 6, "trials": 20, "voters": [\(honest),
          {"name": "c", "role": "absent", "count": 1},
          {"name": "d", "role": "absent", "count": 1, "mode": "crash_at", "at": 25},
          {"name": "i", "role": "absent", "count": 2, "mode": "intermittent",
           "availability": 0.4}],
        "workload": {"proposals": 8}
        """),
    GoldenRun(
      name: "network",
      fields: """
        "seed": 7, "trials": 15, "voters": [\(honest),
          {"name": "far", "role": "honest", "count": 2, "latency": 0.5}],
        "network": {"latency": {"exponential": {"mean": 0.3}}, "loss": 0.1, "duplication": 0.2,
          "partitions": [{"from": 5, "to": 22, "groups": ["far"], "drop": true},
                         {"from": 31, "to": 45, "groups": ["h"]}]},
        "workload": {"proposals": 8}, "sweep": {"mode": ["central", "replicated"]}
        """),
    GoldenRun(
      name: "scheduler",
      fields: """
        "seed": 8, "trials": 15, "voters": [\(honest),
          {"name": "b", "role": "byzantine", "count": 2, "strategy": "rush"}],
        "network": {"scheduler": "adversarial", "max_delay": 3}, "workload": {"proposals": 8},
        "sweep": {"safeguards.tally": ["anytime", "decisive"]}
        """),
    GoldenRun(
      name: "tallies",
      fields: """
        "seed": 9, "trials": 15, "voters": [\(honest),
          {"name": "b", "role": "byzantine", "count": 1, "strategy": "oppose"}],
        "workload": {"proposals": 6, "tally": "quorum"},
        "sweep": {"workload.tally": ["deadline", "quorum", "all"],
                  "config.quorum_fraction": [0.4, 0.8]}
        """),
    GoldenRun(
      name: "replicas",
      fields: """
        "seed": 10, "trials": 8, "mode": "replicated", "voters": [\(honest),
          {"name": "b", "role": "byzantine", "count": 2, "strategy": "equivocate"}],
        "network": {"latency": {"uniform": {"from": 0, "to": 1}}, "loss": 0.05},
        "workload": {"proposals": 5, "tally": "all"},
        "sweep": {"safeguards.rule": ["ratio", "certificate"]}
        """),
    GoldenRun(
      name: "safeguards",
      fields: """
        "seed": 11, "trials": 10, "voters": [\(honest),
          {"name": "b", "role": "byzantine", "count": 2, "strategy": "last_mover", "weight": 3}],
        "safeguards": {"quorum_unit": "weight", "weight_cap": 0.25, "audit": "anchored"},
        "workload": {"proposals": 6, "actions": {"terminate": 1}},
        "sweep": {"safeguards.quorum": ["fraction", "bft"], "safeguards.ties": ["approve", "reject"]}
        """),
    GoldenRun(
      name: "costs",
      fields: """
        "seed": 12, "trials": 20, "voters": [\(honest),
          {"name": "r", "role": "colluding", "count": 2, "plan": "pivot"}],
        "config": {"default_expiry_seconds": 5},
        "costs": {"false_approval": {"terminate": 10, "*": 1.25}, "false_rejection": 0.5,
                  "quorum_failure": 0.1},
        "workload": {"proposals": 6, "warranted": 0.3, "deadline": 4,
                     "actions": {"quarantine": 1, "terminate": 1}}
        """),
    GoldenRun(
      name: "scripts",
      fields: """
        "seed": 13, "trials": 10, "voters": [\(honest),
          {"name": "b", "role": "byzantine", "count": 2, "strategy": "scripted", "rate": 0.8,
           "script": [{"at": 0.3, "vote": "approve", "to": ["h"]}, {"at": 1, "vote": "reject"},
                      {"at": 2, "tally": true}]}],
        "workload": {"proposals": 6}, "sweep": {"mode": ["central", "replicated"]}
        """),
  ]
}
