import Agents
import Consensus
import Scenarios
import Simulation

extension World {
  /// The world of a cell.
  public init(_ scenario: Scenario) {
    self.init(
      setup: TrialSetup(
        seed: scenario.seed, rules: scenario.rules,
        isReplicated: scenario.mode == .replicated, network: Network(scenario),
        workload: scenario.workload, expiry: scenario.expiry),
      population: scenario.groups)
  }
}

extension Network {
  fileprivate init(_ scenario: Scenario) {
    let network = scenario.network
    let faulty = zip(scenario.groups, scenario.voterRanges).filter { $0.0.role.isFaulty }
    let scheduler: Scheduler =
      switch network.scheduler {
      case .fair: .fair
      case .adversarial:
        .adversarial(
          delayMax: network.delayMax ?? .zero, favoured: MemberSet(faulty.flatMap { $0.1 }))
      }
    self.init(
      latency: network.latency, loss: Probability(network.loss),
      duplication: Probability(network.duplication),
      partitions: network.partitions.map { partition in
        Partition(
          from: partition.start, to: partition.end,
          group: MemberSet(scenario.voters(cutOffBy: partition)), drops: partition.drop)
      },
      scheduler: scheduler)
  }
}
