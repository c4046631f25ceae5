import Forms
import JSON
import Simulation
import Text

// All fields of a group except the number of its voters, which may depend on the other groups.

extension VoterGroup {
  /// A group of a kind with defaults only, without voters or name.
  package init(standardOf kind: Role.Kind) {
    name = ""
    role = Role(standardOf: kind)
    count = 0
    weight = 1
    latency = role.standardLatency
  }

  /// The keys of a group of one kind, or the keys that all kinds have.
  package static func fields(
    of kind: Role.Kind?, _ strategies: [ByzantineStrategy], _ plans: [CollusionPlan]
  ) -> [Field<VoterGroup>] {
    [
      .required(
        "name", \.name, .name(.plain),
        "The name of the group; its voters are NAME-1, NAME-2 and so on."),
      .required(
        "role", \.role.kind, .word(among: kind.map { [$0] } ?? Role.Kind.allCases),
        "The kind of voters."),
      .init(
        "weight", \.weight, .number(.above(0, to: ScenarioLimits.weightMax)),
        "The weight of each voter's vote."),
    ] + (kind.map { roleFields(of: $0, strategies, plans) } ?? []) + [
      .init(
        "latency", \.latencyOrStandard, Form<Distribution>.distribution.orNull,
        """
        The seconds that a voter takes to decide, from the opening of the proposal; null for \
        faulty voters whose messages take no time and are never lost.
        """)
    ]
  }

  private static func roleFields(
    of kind: Role.Kind, _ strategies: [ByzantineStrategy], _ plans: [CollusionPlan]
  ) -> [Field<VoterGroup>] {
    switch kind {
    case .honest: HonestRole.fields.map { $0.inside(\.role.honest) }
    case .byzantine: ByzantineRole.fields(strategies).map { $0.inside(\.role.byzantine) }
    case .colluding: ColludingRole.fields(plans).map { $0.inside(\.role.colluding) }
    case .absent: AbsentRole.fields.map { $0.inside(\.role.absent) }
    }
  }

  /// Keys that are needed only with certain words of other keys.
  package static func requirements(
    of kind: Role.Kind, _ strategies: [ByzantineStrategy], _ plans: [CollusionPlan]
  ) -> [Requirement] {
    switch kind {
    case .honest: []
    case .byzantine: ByzantineRole.requirements(strategies)
    case .colluding: ColludingRole.requirements(plans)
    case .absent: AbsentRole.requirements
    }
  }
}

extension VoterGroup {
  /// The latency; nil means the default of the role.
  fileprivate var latencyOrStandard: Distribution? {
    get { latency }
    set { latency = newValue ?? role.standardLatency }
  }
}

// MARK: Roles

extension Role {
  /// The role of a kind with defaults only.
  init(standardOf kind: Kind) {
    self =
      switch kind {
      case .honest: .honest(HonestRole())
      case .byzantine: .byzantine(Self.standardByzantine)
      case .colluding: .colluding(Self.standardColluding)
      case .absent: .absent(AbsentRole())
      }
  }

  // A scenario must give the strategy or the plan, which then replaces these.
  private static let standardByzantine = ByzantineRole(strategy: .oppose)
  private static let standardColluding = ColludingRole(plan: .lockstep)

  // The parameters of each kind; for a group of another kind, the defaults.

  fileprivate var honest: HonestRole {
    get { if case .honest(let role) = self { role } else { HonestRole() } }
    set { self = .honest(newValue) }
  }

  fileprivate var byzantine: ByzantineRole {
    get { if case .byzantine(let role) = self { role } else { Self.standardByzantine } }
    set { self = .byzantine(newValue) }
  }

  fileprivate var colluding: ColludingRole {
    get { if case .colluding(let role) = self { role } else { Self.standardColluding } }
    set { self = .colluding(newValue) }
  }

  fileprivate var absent: AbsentRole {
    get { if case .absent(let role) = self { role } else { AbsentRole() } }
    set { self = .absent(newValue) }
  }
}

extension Form<Role.Kind> {
  /// One of the kinds; any kind is read, because the kind of the group was checked before.
  fileprivate static func word(among kinds: [Role.Kind]) -> Form {
    Form(
      schema: Form.choice(among: kinds).schema, read: explainedWord.read,
      write: explainedWord.write)
  }
}
