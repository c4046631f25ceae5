/// What a group does that has one plan.
///
/// Each is stated whole in the file of its behaviour. A plan of your own joins the others through a
/// vocabulary of scenarios.
public struct CollusionPlan: Sendable {
  /// Whom a plan is about, by their numbers from 0.
  public struct Subjects: Sendable {
    /// The workers whom it protects or frames.
    public let targets: [Int]
    /// The honest voters whom it wants accused.
    public let victims: [Int]
  }

  /// Its name in scenarios.
  public let name: String
  /// When the members vote, and what, in one sentence.
  public let summary: String
  /// What is to be known of it without running it.
  public let traits: BehaviourTraits
  /// What a group does, given whom the plan is about.
  let behaviour: @Sendable (Subjects) -> any PlanBehaviour

  /// A plan that is about nobody in particular.
  public init<Behaviour: PlanBehaviour>(_ behaviour: Behaviour) {
    self.init(Behaviour.self) { _ in behaviour }
  }

  /// A plan that is about some workers or voters.
  public init<Behaviour: PlanBehaviour>(
    _ type: Behaviour.Type, about make: @escaping @Sendable (Subjects) -> Behaviour
  ) {
    name = type.name
    summary = type.summary
    traits = type.traits
    behaviour = make
  }
}

extension CollusionPlan: Hashable, CustomStringConvertible {
  /// Plans are told apart by their names.
  public static func == (left: CollusionPlan, right: CollusionPlan) -> Bool {
    left.name == right.name
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name.
  public var description: String { name }
}

extension CollusionPlan {
  /// The plans of this library, in the order in which they are listed everywhere.
  public static let standard: [CollusionPlan] = [
    .lockstep, .oppose, .protect, .frame, .pivot, .mimic, .isolate,
  ]

  /// The plan of `Lockstep`.
  public static let lockstep = CollusionPlan(Lockstep())
  /// The plan of `OpposeTogether`.
  public static let oppose = CollusionPlan(OpposeTogether())
  /// The plan of `Protect`.
  public static let protect = CollusionPlan(Protect.self) { Protect(targets: $0.targets) }
  /// The plan of `Frame`.
  public static let frame = CollusionPlan(Frame.self) { Frame(targets: $0.targets) }
  /// The plan of `Pivot`.
  public static let pivot = CollusionPlan(Pivot())
  /// The plan of `Mimic`.
  public static let mimic = CollusionPlan(Mimic.self) { Mimic(victims: $0.victims) }
  /// The plan of `Isolate`.
  public static let isolate = CollusionPlan(Isolate.self) { Isolate(victims: $0.victims) }
}
