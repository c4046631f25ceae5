import Agents
import Consensus
import Detection
import Forms
import JSON

/// The fields of a scenario with the same form in its file and in each of its cells.
public struct ScenarioSettings: Equatable, Sendable {
  /// The name of the scenario and of the folder of its results.
  public internal(set) var name = ""
  /// What the scenario shows, in one sentence.
  public internal(set) var description = ""
  /// The seed of all random draws.
  public internal(set) var seed: UInt64 = 1
  /// The number of independent trials of each cell.
  public internal(set) var trials = 1000
  /// Whether there is one ballot box or one for each voter.
  public internal(set) var mode = SimulationMode.central
  /// The configuration of the protocol.
  public internal(set) var config = ConsensusConfig.standard
  /// The active safeguards.
  public internal(set) var safeguards = Safeguards.none
  /// How messages travel.
  public internal(set) var network = NetworkSpecification()
  /// What is proposed, and when the votes are tallied.
  public internal(set) var workload = Workload()
  /// The costs of wrong outcomes.
  public internal(set) var costs = Costs()
  /// The methods that look for blocs, all different.
  public internal(set) var detectors: [Detector] = []
}

extension ScenarioSettings {
  /// The keys before the voters.
  static let fieldsBeforeVoters: [Field<ScenarioSettings>] = [
    .required(
      "name", \.name, .name(.ofScenario),
      "The name of the scenario and of the folder of its results."),
    .init("description", \.description, .text, "What the scenario shows, in one sentence."),
    .init("seed", \.seed, .seed, "The seed of all random draws."),
    .init(
      "trials", \.trials, .integer(in: 1...ScenarioLimits.trialsMax),
      "The number of independent trials of each cell."),
    .init("mode", \.mode, .explainedWord, "Who counts the votes."),
    .init("config", \.config, ConsensusConfig.form, "The configuration of the protocol."),
    .init(
      "safeguards", \.safeguards, Safeguards.form,
      "Repairs of the protocol; all are off by default."),
  ]

  /// The keys after the voters.
  static func fieldsBehindVoters(_ detectors: Form<Detector>) -> [Field<ScenarioSettings>] {
    [
      .init("network", \.network, NetworkSpecification.form, "How messages travel."),
      .init(
        "workload", \.workload, Workload.form, "What is proposed, and when the votes are tallied."),
      .init("costs", \.costs, Costs.form, "The costs of wrong outcomes, for expected_harm."),
      .init(
        "detectors", \.detectors,
        Form<[Detector]>.list(of: detectors).unique(),
        "The methods that look for blocs at the end of each trial."),
    ]
  }
}

extension NameRule {
  /// Names of scenarios, which are names of folders, too.
  fileprivate static let ofScenario = NameRule(
    pattern: "^[a-z0-9-]{1,64}$", allowed: "lower-case letters, digits and '-'"
  ) { byte, _ in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
