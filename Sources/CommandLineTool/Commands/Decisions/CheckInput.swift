import Experiments
import Reports
import Scenarios
import Text

/// A scenario that is to be checked.
enum CheckInput: Sendable {
  /// One whose expectations can be decided.
  case valid(ValidScenario)
  /// One that is not valid or cannot be read, with the exit status and the lines for it.
  case refused(RefusedScenario, CommandFailure)

  /// A valid scenario and where it came from.
  struct ValidScenario: Sendable {
    let file: ScenarioFile
    fileprivate let source: CheckReport.Source

    /// The report on the verdicts.
    func report(_ verdicts: [ScenarioCheck.CellVerdicts]) -> CheckReport {
      CheckReport(file, from: source, verdicts: verdicts)
    }

    /// The report on a plan.
    func report(_ plan: CheckPlan) -> PlanReport {
      let nothing = plan.cells.map { ScenarioCheck.CellVerdicts($0.map { _ in nil }) }
      return PlanReport(report(nothing), plan)
    }
  }

  /// The scenario; nil if it cannot be checked.
  var file: ScenarioFile? {
    if case .valid(let scenario) = self { scenario.file } else { nil }
  }

  /// Why it cannot be checked; nil if it can.
  var failure: CommandFailure? {
    if case .refused(_, let failure) = self { failure } else { nil }
  }

  /// The scenarios of a command line, each with its own problems.
  static func read(_ arguments: ParsedArguments, in console: Console) -> [CheckInput] {
    var overrides = arguments[ScenarioInput.set] + arguments[ScenarioInput.sweep]
    var options = overrides.flatMap { [$0.option, $0.assignment] }
    if let seed = arguments[ScenarioInput.seed] {
      overrides.append(ScenarioOverride(path: "seed", value: String(seed)))
      options += ["--seed", String(seed)]
    }
    return arguments[ScenarioInput.scenarios].map { path in
      read(path, overrides, options, arguments, in: console)
    }
  }

  private static func read(
    _ input: InputPath, _ overrides: [ScenarioOverride], _ options: [String],
    _ arguments: ParsedArguments, in console: Console
  ) -> CheckInput {
    func refused(
      _ problems: [RefusedScenario.Problem], _ failure: CommandFailure
    ) -> CheckInput {
      .refused(RefusedScenario(path: input.argument, problems: problems), failure)
    }
    do throws(ScenarioInput.ReadFailure) {
      let source = try ScenarioInput.source(
        input, overrides, arguments.program.vocabulary, in: console)
      do throws(CommandFailure) {
        try ScenarioInput.warn(
          [source], arguments, isQuiet: arguments[RunOptions.quiet], in: console)
      } catch {
        return refused(source.warnings.map(RefusedScenario.Problem.init), error)
      }
      // A scenario without expectations must not pass.
      if source.file.expectations.isEmpty {
        let problem = "expect: the scenario has no expectations; at least one is needed"
        return refused(
          [RefusedScenario.Problem(problem)], CommandFailure(.badInput, "\(input): \(problem)"))
      }
      return .valid(
        ValidScenario(
          file: source.file,
          source: CheckReport.Source(
            path: input.argument, options: options, places: source.places)))
    } catch {
      switch error {
      case .invalid(let problems):
        return refused(
          problems.map(RefusedScenario.Problem.init),
          CommandFailure(.badInput, problems.map { "\(input):\($0)" }))
      case .unreadable(let failure):
        return refused(failure.messages.map(RefusedScenario.Problem.init), failure)
      }
    }
  }
}

extension InputPath {
  /// The scenario as an operand of a command line.
  fileprivate var argument: String {
    switch self {
    case .file(let path): path
    case .standardInput: "-"
    }
  }
}
