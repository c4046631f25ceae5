import Scenarios
import Text

/// `quorumlab validate`: checks scenario files.
enum ValidateCommand: Command {
  static let specification = CommandSpecification(
    name: "validate",
    summary: "Check scenario files and show all problems.",
    discussion: """
      All problems are shown at once, each as FILE:LINE:COLUMN: PATH: what is wrong; what is \
      allowed. All cells of a sweep are checked. Nothing is run.
      """,
    operands: [ScenarioInput.scenarios],
    options: [ScenarioInput.set, ScenarioInput.seed, ScenarioInput.trials],
    examples: [
      "quorumlab validate scenarios/*.json": "Check all scenarios of a folder.",
      "quorumlab validate s.json --set config.quorum_fraction=0.75":
        "Check a file with a changed field.",
    ],
    exitStatuses: [
      .success: "every scenario is valid",
      .badInput: "a scenario is not valid",
      .noInput: "a scenario cannot be read",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let inputs = arguments[ScenarioInput.scenarios]
    let files = try ScenarioInput.read(inputs, arguments, in: console)
    for (input, file) in zip(inputs, files) {
      let cells = file.cells.count.counting("cell")
      try console.show("\(input): \(file.name), \(cells), valid\n")
    }
    return .success
  }
}
