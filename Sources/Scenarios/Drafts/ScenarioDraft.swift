import Agents
import Consensus
import Detection

/// What the document of one cell says, before its parts are held against one another.
struct ScenarioDraft: Equatable, Sendable {
  var name = ""
  var description = ""
  var seed: UInt64 = 1
  var trials = 1000
  var mode = SimulationMode.central
  var config = ConsensusConfig.standard
  var safeguards = Safeguards.none
  var electorate: Int?
  var groups: [GroupDraft] = []
  var network = NetworkSpecification()
  var workload = Workload()
  var costs = Costs()
  var detectors: [Detector] = []
  var axes: [SweepAxis] = []
  var expectations: [ExpectationDraft] = []
}

extension ScenarioDraft {
  /// A draft that says what is known of a scenario.
  init(_ scenario: Scenario) {
    name = scenario.name
    description = scenario.description
    seed = scenario.seed
    trials = scenario.trials
    mode = scenario.mode
    config = scenario.config
    safeguards = scenario.safeguards
    electorate = scenario.voterCount
    groups = scenario.groups.map { GroupDraft($0) }
    network = scenario.network
    workload = scenario.workload
    costs = scenario.costs
    detectors = scenario.detectors
    expectations = scenario.expectations.map { ExpectationDraft($0, of: scenario.detectors) }
  }
}
