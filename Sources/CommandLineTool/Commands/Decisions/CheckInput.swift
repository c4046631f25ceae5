import Experiments
import Reports
import Scenarios
import Text

/// A scenario whose expectations are decided.
struct CheckInput: Sendable {
  let file: ScenarioFile
  private let source: CheckReport.Source

  /// The scenarios of a command line; throws all their problems.
  static func read(
    _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> [CheckInput] {
    var overrides = arguments[ScenarioInput.set] + arguments[ScenarioInput.sweep]
    var options = overrides.flatMap { [$0.option, $0.argument] }
    if let seed = arguments[ScenarioInput.seed] {
      overrides.append(ScenarioOverride(path: "seed", value: String(seed)))
      options += ["--seed", String(seed)]
    }
    let paths = arguments[ScenarioInput.scenarios]
    let sources = try ScenarioInput.read(
      paths, overrides, arguments.program.vocabulary, in: console)
    try ScenarioInput.warn(
      sources, arguments, isQuiet: arguments[RunOptions.quiet], in: console)
    // A scenario without expectations must not pass.
    let problems = zip(paths, sources).filter { $1.file.expectations.isEmpty }.map { path, _ in
      "\(path): expect: the scenario has no expectations; at least one is needed"
    }
    guard problems.isEmpty else { throw CommandFailure(.badInput, problems) }
    return zip(paths, sources).map { path, source in
      CheckInput(
        file: source.file,
        source: CheckReport.Source(
          path: path.argument, options: options, places: source.places))
    }
  }

  /// The report on the verdicts.
  func report(_ verdicts: [[Verdict?]]) -> CheckReport {
    CheckReport(file, from: source, verdicts: verdicts)
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
