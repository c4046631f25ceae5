import Experiments
import Results
import Scenarios

/// `quorumlab status`: says how far the shards in a folder are.
enum StatusCommand: Command {
  static let specification = CommandSpecification(
    name: "status",
    summary: "Say how far the shards of a scenario are.",
    discussion: """
      The shards are files written by `quorumlab run --shard K/N` or `quorumlab tune --shard K/N`. \
      Of a search, it names the round that is not complete yet.
      """,
    operands: [ScenarioInput.scenario],
    options: [
      MergeCommand.shards, ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed,
      ScenarioInput.trials,
    ],
    examples: [
      "quorumlab status s.json --in shards": "Say which shards in folder shards are missing."
    ],
    exitStatuses: [
      .success: "everything is there",
      .badInput: "a shard is damaged, is from another scenario, or contradicts another shard",
      .noInput: "the scenario or the folder cannot be read",
      .incomplete: "shards are missing; they are listed",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let folder = arguments[MergeCommand.shards]
    if let file = try ScenarioInput.searchedFile(shardsIn: folder, arguments, in: console) {
      let plans = try ConsoleTuning.plans(
        file, arguments[ScenarioInput.scenario], arguments.program.vocabulary)
      let stop = console.stopRequest()
      let state: TuneSearchState?
      do throws(ResultError) {
        state = try await TuneRun.state(
          ofShardsIn: folder, file, plans, interruption: stop.interruption)
      } catch {
        throw CommandFailure(error)
      }
      guard let state else { return stop.status ?? .interrupted }
      try console.show(state.advice + "\n")
      return state.round == nil ? .success : .incomplete
    }
    let files = try ScenarioInput.read(
      [arguments[ScenarioInput.scenario]], arguments, in: console)
    let state = try withResults { () throws(ResultError) in
      try ResumableRun.state(ofShardsIn: folder, files[0])
    }
    try console.show(state.text + "\n")
    return state.isComplete ? .success : .incomplete
  }
}
