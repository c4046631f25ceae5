import Agents
import Consensus
import Detection
import Forms
import JSON

/// Everything a trial needs, resolved and checked.
@dynamicMemberLookup public struct Scenario: Equatable, Sendable {
  /// What needs nothing else to be understood; each setting is a property of the scenario, too.
  public let settings: ScenarioSettings
  /// The voters, group by group; at least one voter in all.
  public let groups: [VoterGroup]
  /// What must hold in this cell.
  public let expectations: [Expectation]
  /// For each group, the numbers from 0 that its voters have among all.
  public let voterRanges: [Range<Int>]

  /// The scenario of a draft in which nothing is wrong.
  init(_ draft: ScenarioDraft, counts: [Int], expectations: [Expectation]) {
    settings = draft.settings
    groups = zip(draft.groups, counts).map { $0.group.counting($1) }
    self.expectations = expectations
    var end = 0
    voterRanges = counts.map { count in
      defer { end += count }
      return end..<(end + count)
    }
  }

  /// A setting.
  public subscript<Value>(dynamicMember setting: KeyPath<ScenarioSettings, Value>) -> Value {
    settings[keyPath: setting]
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
    VotingRules(weights: weights, config: settings.config, safeguards: settings.safeguards)
  }

  /// The faulty voters that a Byzantine agreement among so many can survive: what is advertised.
  public var advertisedFaults: Int { VotingRules.maxByzantineFaults(voters: voterCount) }

  /// For each voter, the number of its group.
  public var groupOfVoter: [Int] {
    voterRanges.indices.flatMap { group in voterRanges[group].map { _ in group } }
  }

  /// The numbers of the voters whom a partition cuts off.
  public func voters(cutOffBy partition: PartitionSpecification) -> [Int] {
    groups.indices.filter { partition.groups.contains(groups[$0].name) }
      .flatMap { voterRanges[$0] }
  }

  /// The whole scenario with every default spelt out, which decodes to an equal one.
  public var json: JSONValue { Vocabulary.standard.form.write(ScenarioDraft(self)) }

  /// The SHA-256 of the scenario, equal for files that say the same.
  public var digest: SHA256Digest { json.digest }
}

extension JSONValue {
  /// The SHA-256 of the value as one line of JSON.
  var digest: SHA256Digest { SHA256.hash(Array(text(.compact).utf8)) }
}
