import Forms
import JSON
import Text

/// How faulty voters misbehave who follow a common plan.
public struct ColludingRole: Hashable, Sendable {
  /// The plan of the group.
  public var plan: CollusionPlan
  /// The probability, per proposal, that the whole group votes as honest voters do.
  public var camouflage: Double
  /// The first proposal, counted from 1, on which the group follows its plan.
  public var fromProposal: Int
  /// The probability, per proposal, that a member follows the plan when it is active.
  public var participation: Double
  /// The workers that the plan protects or frames, counted from 1, in ascending order.
  public var targets: [Int]
  /// The ids of the honest voters that the plan tries to get accused; nil for the first ones.
  public var victims: [String]?
  /// How often a member sees the truth when it votes as an honest voter.
  public var accuracy: Accuracy

  /// By default the group follows its plan from the first proposal on.
  public init(
    plan: CollusionPlan, camouflage: Double = 0, fromProposal: Int = 1,
    participation: Double = 1, targets: [Int] = [], victims: [String]? = nil,
    accuracy: Accuracy = .perfect
  ) {
    self.plan = plan
    self.camouflage = camouflage
    self.fromProposal = fromProposal
    self.participation = participation
    self.targets = targets
    self.victims = victims
    self.accuracy = accuracy
  }

  func requireInRange() {
    requireProbability(camouflage)
    requireProbability(participation)
    precondition(fromProposal >= 1, "proposals are counted from 1")
    precondition(targets.allSatisfy { $0 >= 1 }, "workers are counted from 1")
    precondition(
      zip(targets, targets.dropFirst()).allSatisfy { $0 < $1 },
      "targets are in ascending order, without repeats")
    precondition(victims?.isEmpty != true, "a list of victims is not empty")
    accuracy.requireInRange()
  }
}

extension ColludingRole {
  /// The keys of the role, with a choice of plans.
  static func fields(_ plans: [CollusionPlan]) -> [Field<ColludingRole>] {
    [
      .required(
        "plan", \.plan, .choice(among: plans),
        "What the group does."),
      .init(
        "camouflage", \.camouflage, .probability,
        "The probability, per proposal, that the whole group votes as honest voters do."),
      .init(
        "from_proposal", \.fromProposal, .integer(in: 1...ScenarioLimits.proposalsMax),
        "The first proposal, counted from 1, on which the group follows its plan."),
      .init(
        "participation", \.participation, .probability,
        "The probability, per proposal, that a member follows the plan when it is active."),
      .init(
        "targets", \.targets, .workers,
        .string(
          "The workers whom the plan is about; needed by \(plansWithTargets(plans).listed(with: "and"))."
        )),
      .optional(
        "victims", \.victims, Form<[String]>.list(of: .text, countMin: 1).unique(),
        .string(victimsNote(plans))),
      .init(
        "accuracy", \.accuracy, .accuracy,
        "The probability that a voter sees the truth when it votes as an honest voter."),
    ]
  }

  private static func plansWithTargets(_ plans: [CollusionPlan]) -> [String] {
    plans.filter { $0.traits.takes(.targets) }.map(\.name)
  }

  private static func victimsNote(_ plans: [CollusionPlan]) -> String {
    let standards = plans.filter { $0.traits.standardVictimCount > 0 }.map {
      "\($0.traits.standardVictimCount) for \($0.name)"
    }
    return
      "The ids of the honest voters whom the plan tries to get accused; by default the first honest voters: "
      + standards.listed(with: "and") + "."
  }

  /// Which plans need targets.
  static func requirements(_ plans: [CollusionPlan]) -> [Requirement] {
    [
      Requirement(
        key: "targets", decider: "plan",
        words: plansWithTargets(plans), countMin: 1)
    ]
  }
}

extension Form<[Int]> {
  /// Workers by their names `worker-1`, `worker-2` and so on; kept as ascending numbers.
  fileprivate static var workers: Form {
    Form<[Int]>.list(of: .worker).unique().mapped({ $0.sorted() }, { $0 })
  }
}

extension Form<Int> {
  private static var worker: Form {
    let prefix = "worker-"
    return Form(
      schema: ["type": "string", "pattern": "^worker-[1-9][0-9]{0,6}$"],
      read: { cursor in
        guard let text = cursor.string() else { return nil }
        let digits = text.dropFirst(prefix.count)
        if text.hasPrefix(prefix), digits.utf8.count <= 7, let number = Int(digits), number >= 1,
          String(number) == digits
        {
          return number
        }
        cursor.report("'\(text.shortened)' is not a worker; use worker-1, worker-2 and so on")
        return nil
      }, write: { .string(prefix + String($0)) })
  }
}
