import Results
import Scenarios

/// `quorumlab tune`: finds the settings that are best against every adversary.
enum TuneCommand: Command {
  private static let out = Option.optional(
    "out", .directory, otherwise: "results/NAME-tune", summary: "The folder of the result.")

  static let specification = CommandSpecification(
    name: "tune",
    summary: "Find the settings that are best against every adversary.",
    discussion: """
      The scenario says who is honest and how the network is. The seats are the voters who may be \
      compromised: its byzantine and colluding voters, or as many honest voters as --faults says, \
      the most accurate first, or those given by --seats. Each adversary takes all seats in turn. \
      With `standard` these are all strategies and plans, and voters who crashed. `worst` is the \
      adversary whom no strategy can beat, `causal` the best one who sees votes only once they have \
      arrived. In peace the seats are honest; that shows the price of safety, and never counts as \
      the worst.

      By default the quorum fraction, both thresholds, and the safeguards quorum, ties, rule and \
      tally are searched. Settings that decide all votes alike are one configuration, told by the \
      ranges of its fractions and by a value from the middle. Each is tried once, exactly where \
      that is possible.

      The front are the configurations that no other equals in all objectives and beats in one, \
      each by its worst adversary. Recommended is, among those that keep all constraints, the one \
      with the least expected_harm at worst, then the least in peace, then the fewest changes. If \
      a value is not exactly known, its bounds may leave open what is best.

      With --sensitivity it is also told how much each searched field matters, if listed values, and \
      all numbers of a range, are equally likely. `alone` is the share of the variance that the \
      field explains by itself, `total` what no other fields explain, and the Shapley effect lies \
      between: those of all fields make 100 %. They are sums over all settings, without sampling, \
      so there are none for a metric that is not exactly known everywhere.

      The folder gets tune.csv, with a row for each configuration, pairs.csv, with what each \
      adversary does to those that matter, recommendation.json, the scenario of the worst \
      adversary, sensitivity.csv if it is asked for, and manifest.json. The options can also stand in the scenario, under the key \
      `tune`. A scenario with a sweep is tuned cell by cell; the variants of an axis named `draws` \
      are tuned together, each as likely as the others, and values are means over them.

      What is not known without trials is measured, in rounds. What is measured in a round depends \
      on the rounds before it alone, so the result is the same after an interruption, which the same \
      command continues, and from shards. `--shard K/N` works out its part of a round, and of the \
      next one when all of a round is there; run all shards again until `quorumlab status` says \
      that the search is over, then `quorumlab merge`.
      """,
    operands: [ScenarioInput.scenario],
    options: TuneOptions.all + [
      ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed, ScenarioInput.trials,
      ScenarioInput.strict, RunOptions.threads, RunOptions.shard, out, RunOptions.format,
      TableOptions.width,
      TableOptions.all, RunOptions.force, RunOptions.quiet,
    ],
    examples: [
      "quorumlab tune scenarios/monoculture.json --faults 2":
        "Find the best settings if two monitors may be compromised.",
      "quorumlab tune s.json --search quorum_fraction=all --search ties=all":
        "Search these fields only.",
      "quorumlab tune s.json --constraint 'false_approval_rate<=0.01'":
        "Ask for at most one false approval in a hundred unwarranted proposals.",
      "quorumlab tune s.json --adversaries worst": "Prepare for whatever may come.",
    ],
    exitStatuses: [
      .success: "a configuration is recommended",
      .checkFailed: "no configuration keeps the constraints",
      .inconclusive: "it is not decided which configuration is best",
      .badInput: "the scenario or what is asked is not valid",
      .noInput: "the scenario or the file of adversaries cannot be read",
      .cannotCreate: "the folder cannot be written to, or holds another result",
      .outputFailed: "writing failed",
      .interrupted: "interrupted; the same command continues the work",
      .terminated: "terminated; the same command continues the work",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let input = arguments[ScenarioInput.scenario]
    let overrides = ScenarioInput.overrides(
      arguments, and: try TuneOptions.overrides(arguments, in: console))
    let sources = try ScenarioInput.read(
      [input], overrides, arguments.program.vocabulary, isTuned: true, in: console)
    try ScenarioInput.warn(sources, arguments, isQuiet: arguments[RunOptions.quiet], in: console)
    let part = arguments[RunOptions.shard].map { ResumableRun.Part.shard($0) } ?? .whole
    return try await ConsoleTuning(
      sources[0].file, from: input, into: arguments[out], part: part,
      threads: arguments[RunOptions.threads], arguments, in: console
    ).show()
  }
}
