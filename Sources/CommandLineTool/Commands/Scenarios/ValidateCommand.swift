import Agents
import Consensus
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

      Warnings are of what is allowed, but hardly meant: an action with nearly the name of a \
      critical one, an expiry before the tally, honest votes that cannot arrive by the deadline, a \
      cell without honest voters, an axis that changes nothing, an expectation on cells that \
      --set or --sweep takes away.
      """,
    operands: [ScenarioInput.scenarios],
    options: [
      ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed, ScenarioInput.trials,
      ScenarioInput.strict,
    ],
    examples: [
      "quorumlab validate scenarios/*.json": "Check all scenarios of a folder.",
      "quorumlab validate s.json --set config.quorum_fraction=0.75":
        "Check a file with a changed field.",
      "quorumlab validate s.json --sweep config.quorum_fraction=1/2,2/3":
        "Check a file with one more axis.",
    ],
    exitStatuses: [
      .success: "every scenario is valid",
      .badInput: "a scenario is not valid, or has a warning with --strict",
      .noInput: "a scenario cannot be read",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let inputs = arguments[ScenarioInput.scenarios]
    let files = try ScenarioInput.readWarning(inputs, arguments, in: console)
    for (input, file) in zip(inputs, files) {
      let cells = file.cells.count.counting("cell")
      try console.show("\(input): \(file.name), \(cells), valid; \(critical(in: file))\n")
    }
    return .success
  }

  /// The critical actions of a scenario, in words.
  private static func critical(in file: ScenarioFile) -> String {
    var names: [String] = []
    for action in file.cells.flatMap(\.scenario.workload.actions)
    where ProposalAction.isCritical(action.name) && !names.contains(action.name) {
      names.append(action.name)
    }
    return names.isEmpty ? "no action is critical" : "critical: \(names.listed(with: "and"))"
  }
}
