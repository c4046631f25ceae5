import Agents
import Consensus
import Detection
import JSON

/// One cell of a scenario file: everything a trial needs, resolved and checked.
public struct Scenario: Equatable, Sendable {
  /// The name of the scenario and of its results.
  public let name: String
  /// What the scenario shows, in a sentence.
  public let description: String
  /// What all chance is derived from.
  public let seed: UInt64
  /// How many independent trials there are.
  public let trials: Int
  /// Who counts the votes.
  public let mode: SimulationMode
  /// The protocol's configuration.
  public let config: ConsensusConfig
  /// The repairs in force.
  public let safeguards: Safeguards
  /// The voters, group by group; at least one voter in all.
  public let groups: [VoterGroup]
  /// What carries the messages.
  public let network: NetworkSpecification
  /// What is proposed, and when it is decided.
  public let workload: Workload
  /// What wrong outcomes cost.
  public let costs: Costs
  /// How blocs are found, no two alike.
  public let detectors: [Detector]
  /// What must hold in this cell.
  public let expectations: [Expectation]
  /// For each group, the numbers from 0 that its voters have among all.
  public let voterRanges: [Range<Int>]

  /// The scenario of a draft in which nothing is wrong.
  init(_ draft: ScenarioDraft, counts: [Int], expectations: [Expectation]) {
    name = draft.name
    description = draft.description
    seed = draft.seed
    trials = draft.trials
    mode = draft.mode
    config = draft.config
    safeguards = draft.safeguards
    groups = zip(draft.groups, counts).map { $0.group(count: $1) }
    network = draft.network
    workload = draft.workload
    costs = draft.costs
    detectors = draft.detectors
    self.expectations = expectations
    var end = 0
    voterRanges = counts.map { count in
      defer { end += count }
      return end..<(end + count)
    }
  }
}

extension Scenario {
  /// The number of all voters.
  public var voterCount: Int { voterRanges.last?.upperBound ?? 0 }

  /// The ids of all voters, in the order of their numbers.
  public var voterIDs: [String] { groups.flatMap(\.voterIDs) }

  /// The weights of all voters, in the order of their numbers.
  public var weights: [Double] {
    groups.flatMap { Array(repeating: $0.weight, count: $0.count) }
  }

  /// The rules by which votes are counted.
  public var rules: VotingRules {
    VotingRules(weights: weights, config: config, safeguards: safeguards)
  }

  /// The faulty voters that a Byzantine agreement among so many can survive: what is advertised.
  public var advertisedFaults: Int { VotingRules.maxByzantineFaults(voters: voterCount) }

  /// For each voter, the number of its group.
  public var groupOfVoter: [Int] {
    voterRanges.indices.flatMap { group in voterRanges[group].map { _ in group } }
  }

  /// The numbers of the voters whom a partition cuts off.
  public func voters(cutOffBy partition: NetworkSpecification.Partition) -> [Int] {
    groups.indices.filter { partition.groups.contains(groups[$0].name) }
      .flatMap { voterRanges[$0] }
  }

  /// The whole scenario with every default spelt out, which decodes to an equal one.
  public var json: JSONValue { ScenarioDraft.form.write(ScenarioDraft(self)) }

  /// The SHA-256 of the scenario, equal for files that say the same.
  public var digest: SHA256Digest { json.digest }
}

extension JSONValue {
  /// The SHA-256 of the value as one line of JSON.
  var digest: SHA256Digest { SHA256.hash(Array(text(.compact).utf8)) }
}
