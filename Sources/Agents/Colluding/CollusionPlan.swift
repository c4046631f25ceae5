import Text

/// A plan that a group of faulty voters follows together.
///
/// Each plan is defined completely in the file of its behaviour. A plan from outside this library
/// is added to the vocabulary of scenarios.
public struct CollusionPlan: NamedChoice {
  /// The workers and voters that a plan is about, by their numbers from 0.
  public struct Subjects: Sendable {
    /// The workers that it protects or frames.
    public let targets: [Int]
    /// The honest voters that it tries to get accused.
    public let victims: [Int]
  }

  /// Its name in scenarios.
  public let name: String
  /// When the members vote, and for what, in one sentence.
  public let summary: String
  /// What is known of the plan without running it.
  public let traits: BehaviourTraits
  /// Makes the behaviour of a group, given its targets.
  let behaviour: @Sendable (Subjects) -> any PlanBehaviour

  /// A plan without targets.
  public init<Behaviour: PlanBehaviour>(_ behaviour: Behaviour) {
    self.init(Behaviour.self) { _ in behaviour }
  }

  /// A plan about some workers or voters.
  public init<Behaviour: PlanBehaviour>(
    _ type: Behaviour.Type, about make: @escaping @Sendable (Subjects) -> Behaviour
  ) {
    name = type.name
    summary = type.summary
    traits = type.traits
    behaviour = make
  }
}

extension CollusionPlan {
  /// The plans of this library, in the order of all lists.
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
