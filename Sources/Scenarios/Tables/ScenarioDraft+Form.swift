import Agents
import Consensus
import Detection
import JSON

extension ScenarioDraft {
  /// A whole scenario file.
  static let form = Form.record(
    ScenarioDraft(),
    [
      .required("name", \.name, .scenarioName, "The name of the scenario and of its results."),
      .init("description", \.description, .text, "What the scenario shows, in a sentence."),
      .init("seed", \.seed, .seed, "What all chance is derived from."),
      .init(
        "trials", \.trials, .integer(in: 1...ScenarioLimits.trialsMax),
        "How many independent trials each cell has."),
      .init("mode", \.mode, .word, "central: one ballot box; replicated: one for each voter."),
      .init("config", \.config, ConsensusConfig.form, "The protocol's configuration."),
      .init("safeguards", \.safeguards, Safeguards.form, "Repairs of the protocol."),
      .optional(
        "electorate", \.electorate, .integer(in: 1...ScenarioLimits.votersMax),
        "How many voters there are in all; needed by a group whose count is rest."),
      .required(
        "voters", \.groups, .list(of: GroupDraft.form, countMin: 1), "The groups of voters."),
      .init("network", \.network, NetworkSpecification.form, "What carries the messages."),
      .init("workload", \.workload, Workload.form, "What is proposed, and when it is decided."),
      .init("costs", \.costs, Costs.form, "What wrong outcomes cost, for expected_harm."),
      .init(
        "detectors", \.detectors,
        Form<[Detector]>.list(of: Detector.form).unique(),
        "How blocs are found at the end of each trial."),
      .init("sweep", \.axes, .sweep, "Paths into the scenario, each with the values it takes."),
      .init(
        "expect", \.expectations, .list(of: ExpectationDraft.form),
        "What must hold in every cell, or where it says so."),
    ])
}

extension Form<String> {
  fileprivate static var scenarioName: Form {
    .name(pattern: "^[a-z0-9-]{1,64}$", allowed: "small letters, digits and '-'") { byte, _ in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}
