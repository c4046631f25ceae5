import Experiments
import Reports
import Scenarios
import Text

/// A scenario whose expectations are to be decided.
struct CheckInput: Sendable {
  let file: ScenarioFile
  private let source: CheckReport.Source

  /// The scenarios of a command line, or everything that keeps them from being decided.
  static func read(
    _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> [CheckInput] {
    var overrides = arguments[ScenarioInput.set]
    var options = overrides.flatMap { ["--set", "\($0.path)=\($0.value)"] }
    if let seed = arguments[ScenarioInput.seed] {
      overrides.append(ScenarioOverride(path: "seed", value: String(seed)))
      options += ["--seed", String(seed)]
    }
    let paths = arguments[ScenarioInput.scenarios]
    let sources = try ScenarioInput.read(
      paths, overrides, arguments.program.vocabulary, in: console)
    // Nothing may pass for want of an expectation.
    let problems = zip(paths, sources).filter { $1.file.expectations.isEmpty }.map { path, _ in
      "\(path): expect: the scenario has no expectations; at least one is needed"
    }
    guard problems.isEmpty else { throw CommandFailure(.badInput, problems) }
    return zip(paths, sources).map { path, source in
      CheckInput(
        file: source.file,
        source: CheckReport.Source(
          path: path.argument, options: options, places: ExpectationPlaces(in: source.text)))
    }
  }

  /// The report on what was decided.
  func report(_ verdicts: [[Verdict?]]) -> CheckReport {
    CheckReport(file, from: source, verdicts: verdicts)
  }
}

extension InputPath {
  /// How it stands on a command line.
  fileprivate var argument: String {
    switch self {
    case .file(let path): path
    case .standardInput: "-"
    }
  }
}
