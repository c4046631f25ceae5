import Agents
import Simulation

/// What a scenario says of a group, before it is known how many voters the rest are.
struct GroupDraft: Equatable, Sendable {
  enum Count: Equatable, Sendable {
    case number(Int)
    /// As many as the electorate has besides the other groups.
    case rest
  }

  var name = ""
  var kind = Role.Kind.honest
  /// Nil where it could not be read.
  var count: Count?
  var weight = 1.0
  var latency: Distribution?
  // What the role is told; only the part of `kind` counts.
  var honest = HonestRole()
  var byzantine = ByzantineRole(strategy: .oppose)
  var colluding = ColludingRole(plan: .lockstep)
  var absent = AbsentRole()
}

extension GroupDraft {
  /// A draft that says what is known of a group.
  init(_ group: VoterGroup) {
    name = group.name
    kind = group.role.kind
    count = .number(group.count)
    weight = group.weight
    latency = group.latency
    switch group.role {
    case .honest(let role): honest = role
    case .byzantine(let role): byzantine = role
    case .colluding(let role): colluding = role
    case .absent(let role): absent = role
    }
  }

  /// The group, given how many voters it has.
  func group(count: Int) -> VoterGroup {
    VoterGroup(name: name, role: role, count: count, weight: weight, latency: latency)
  }

  /// What its voters are told.
  var role: Role {
    switch kind {
    case .honest: .honest(honest)
    case .byzantine: .byzantine(byzantine)
    case .colluding: .colluding(colluding)
    case .absent: .absent(absent)
    }
  }
}
