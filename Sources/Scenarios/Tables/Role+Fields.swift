import Agents
import JSON
import Text

extension HonestRole {
  static let fields: [Field<HonestRole>] = [
    .init("accuracy", \.accuracy, .accuracy, "The probability that a voter sees the truth."),
    .init("abstain", \.abstain, .probability, "The probability of abstaining, decided first."),
    .init(
      "correlation", \.correlation, .probability,
      "The probability that a voter sees what the whole group sees, right or wrong."),
  ]
}

extension ByzantineRole {
  static let fields: [Field<ByzantineRole>] = [
    .required("strategy", \.strategy, .word, "What one does when it misbehaves."),
    .optional(
      "script", \.script, .list(of: ScriptStep.form, countMin: 1),
      "What a scripted voter does on every proposal; needed by the strategy scripted alone."),
    .init("rate", \.rate, .probability, "The probability, per proposal, that it misbehaves."),
    .init(
      "accuracy", \.accuracy, .accuracy,
      "The probability that it sees the truth when it votes as an honest voter."),
  ]

  static let requirements = [
    Requirement(
      key: "script", decider: "strategy",
      words: ByzantineStrategy.allCases.filter { $0.traits.takes(.script) }.map(\.rawValue))
  ]
}

extension ColludingRole {
  static let fields: [Field<ColludingRole>] = [
    .required("plan", \.plan, .word, "What the group does."),
    .init(
      "camouflage", \.camouflage, .probability,
      "The probability, per proposal and for all at once, that they vote as honest voters."),
    .init(
      "from_proposal", \.fromProposal, .integer(in: 1...ScenarioLimits.proposalsMax),
      "The first proposal, counted from 1, on which they act."),
    .init(
      "participation", \.participation, .probability,
      "The probability, per proposal and member, that one follows the active plan."),
    .init("targets", \.targets, .workers, "The workers that the group protects or frames."),
    .optional(
      "victims", \.victims, Form<[String]>.list(of: .text, countMin: 1).unique(),
      """
      The ids of the honest voters whom the plan wants accused; if left out, the first honest voter \
      for mimic and the first two for isolate.
      """),
    .init(
      "accuracy", \.accuracy, .accuracy,
      "The probability that one sees the truth when it votes as an honest voter."),
  ]

  static let requirements = [
    Requirement(
      key: "targets", decider: "plan",
      words: CollusionPlan.allCases.filter { $0.traits.takes(.targets) }.map(\.rawValue),
      countMin: 1)
  ]
}

extension AbsentRole {
  static let fields: [Field<AbsentRole>] = [
    .init("mode", \.mode, .word, "Which way they stay away."),
    .optional("at", \.crashTime, .time, "The second of the crash, from the trial's start."),
    .optional(
      "availability", \.availability, .probability,
      "The probability, per proposal, that one takes part."),
  ]

  static let requirements = [
    Requirement(key: "at", decider: "mode", words: [AbsenceMode.crashAt.rawValue]),
    Requirement(
      key: "availability", decider: "mode", words: [AbsenceMode.intermittent.rawValue]),
  ]
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
        cursor.report("'\(text.shortened)' is no worker; they are called worker-1, worker-2, …")
        return nil
      }, write: { .string(prefix + String($0)) })
  }
}
