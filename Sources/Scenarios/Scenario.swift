import Agents
import Consensus
import Detection
import Forms
import JSON
import Simulation

/// A scenario for one cell, complete and checked.
@dynamicMemberLookup public struct Scenario: Equatable, Sendable {
  /// The fields that do not depend on others; each is also a property of the scenario.
  public let settings: ScenarioSettings
  /// The groups of voters; there is at least one voter.
  public let groups: [VoterGroup]
  /// The expectations on this cell.
  public let expectations: [Expectation]
  /// The numbers of the voters of each group, from 0.
  public let voterRanges: [Range<Int>]

  /// The scenario of a draft without problems.
  init(_ draft: ScenarioDraft, counts: [Int], expectations: [Expectation]) {
    self.init(
      settings: draft.settings,
      groups: zip(draft.groups, counts).map { $0.group.counting($1) }, expectations)
  }

  /// A scenario with valid settings and groups.
  init(settings: ScenarioSettings, groups: [VoterGroup], _ expectations: [Expectation] = []) {
    self.settings = settings
    self.groups = groups
    self.expectations = expectations
    var end = 0
    voterRanges = groups.map { group in
      defer { end += group.count }
      return end..<(end + group.count)
    }
  }

  /// A field of the settings.
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

  /// The rules that count the votes.
  public var rules: VotingRules {
    VotingRules(weights: weights, config: settings.config, safeguards: settings.safeguards)
  }

  /// The number of faults that Byzantine agreement can survive, which the protocol advertises.
  public var advertisedFaults: Int { VotingRules.maxByzantineFaults(voters: voterCount) }

  /// How long after its opening a proposal expires: at its tally if only that may decide, otherwise
  /// as configured; nil for never.
  package var expiry: Nanoseconds? {
    if settings.safeguards.tally == .decisive { return settings.workload.deadline }
    let seconds = settings.config.defaultExpirySeconds.value
    // An expiry beyond the range of virtual time means never.
    guard seconds > 0 && Nanoseconds.isRepresentable(seconds: seconds) else { return nil }
    return Nanoseconds(seconds: seconds)
  }

  /// Whether proposals expire before the coordinator tallies at the deadline.
  package var expiresBeforeDeadline: Bool {
    expiry.map { $0 < settings.workload.deadline } ?? false
  }

  /// The index of the group of each voter.
  public var groupOfVoter: [Int] {
    voterRanges.indices.flatMap { group in voterRanges[group].map { _ in group } }
  }

  /// The numbers of the voters that a partition cuts off.
  public func voters(cutOffBy partition: PartitionSpecification) -> [Int] {
    groups.indices.filter { partition.groups.contains(groups[$0].name) }
      .flatMap { voterRanges[$0] }
  }

  /// Whether some of its voters are faulty and not just absent.
  package var isAttacked: Bool { groups.contains { $0.count > 0 && $0.role.isFaulty } }

  /// Whether each trial is the same as that of another scenario.
  func runs(like other: Scenario) -> Bool {
    var settings = settings
    settings.name = other.settings.name
    settings.description = other.settings.description
    return settings == other.settings && groups == other.groups
  }

  /// The whole scenario with all defaults, which decodes to an equal one.
  public var json: JSONValue { Vocabulary.standard.form.write(ScenarioDraft(self)) }

  /// The SHA-256 of the scenario; equal for files with the same meaning.
  public var digest: SHA256Digest { json.digest }
}

extension JSONValue {
  /// The SHA-256 of the value as one line of JSON.
  var digest: SHA256Digest { SHA256.hash(Array(text(.compact).utf8)) }
}
