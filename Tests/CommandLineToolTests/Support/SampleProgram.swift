@testable import CommandLineTool

extension Program {
  /// A program with every kind of option and operand there is.
  static let sample = Program(
    name: "sample",
    version: "9.8.7",
    summary: "Shows every kind of option and operand that a program may have.",
    commands: [
      SampleRun.self, SampleCompare.self, SampleMerge.self, SampleCertify.self,
      CompletionsCommand.self, HelpCommand.self,
    ])
}

enum SampleFormat: String, CaseIterable {
  case table
  case csv
  case json
}

/// Prints what it was given.
enum SampleRun: Command {
  static let seed = Option.optional(
    "seed", .integer(in: 0...UInt64.max), otherwise: "the scenario's",
    summary: "Seed of every random draw.")
  static let threads = Option.optional(
    "threads", .integer(in: 1...1_024), otherwise: "all cores", summary: "Threads to run on.")
  static let share = Option.optional(
    "share", .number(in: 0...1), summary: "Share of faulty voters.")
  static let scale = Option.optional(
    "scale", .number,
    summary: "Factor for all times: \"as is\" is 1, [slow] isn't, C:\\ is no path.")
  static let format = Option.value(
    "format", .choice(SampleFormat.self), default: "table",
    summary: "What goes to standard output.")
  static let set = Option.repeated(
    "set", .assignment, summary: "Change a field of the scenario before anything else is done.")
  static let shard = Option.optional("shard", .shard, summary: "Run only a part of the units.")
  static let out = Option.optional(
    "out", .directory, otherwise: "results/NAME", summary: "Folder to write to.")
  static let junit = Option.optional("junit", .outputFile, summary: "Also write a JUnit report.")
  static let note = Option.optional("note", .text, summary: "A note to keep with the results.")
  static let force = Option.flag("force", summary: "Start over.")
  static let scenarios = Operand.many("SCENARIO", .inputFile, summary: "Scenario files to run.")

  static let specification = CommandSpecification(
    name: "run",
    summary: "Simulate, print a table, write CSV.",
    discussion: """
      Every trial is a pure function of scenario, seed and trial number,
      so that trials run anywhere, in any order.

      An interrupted run goes on from the finished units when it is called again.
      """,
    operands: [scenarios],
    options: [seed, threads, share, scale, format, set, shard, out, junit, note, force],
    examples: [
      "sample run tie.json --seed 7": "One scenario with a seed of your own.",
      "sample run - --format csv < tie.json":
        "A scenario from standard input, the results as CSV on standard output.",
    ],
    exitStatuses: [
      .success: "every scenario was run, or was complete already",
      .badInput: "a scenario is wrong; nothing was run",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    for scenario in arguments[scenarios] {
      let bytes = try console.read(scenario)
      try console.write("\(scenario): \(bytes.count)\n")
    }
    return .success
  }
}

/// Two operands, each exactly once.
enum SampleCompare: Command {
  static let base = Operand.required("BASE", .directory, summary: "The results to compare with.")
  static let new = Operand.required("NEW", .directory, summary: "The results to judge.")

  static let specification = CommandSpecification(
    name: "compare", summary: "Compare two results.", operands: [base, new],
    exitStatuses: [.success: "nothing got worse", .checkFailed: "a metric got worse"])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    try console.write("\(arguments[base]) \(arguments[new])\n")
    return .checkFailed
  }
}

/// Required options.
enum SampleMerge: Command {
  static let input = Option.required("in", .directory, summary: "Folder of the shards.")
  static let output = Option.required("out", .directory, summary: "Folder of the whole.")

  static let specification = CommandSpecification(
    name: "merge", summary: "Join shards.", options: [input, output])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    throw CommandFailure(.incomplete, ["shard 1 is missing", "shard 2 is missing"])
  }
}

/// Operands of which some may be left out, and a usage problem that only the command can see.
enum SampleCertify: Command {
  static let voters = Option.optional("voters", .integer(in: 1...100_000), summary: "Voters.")
  static let first = Operand.optional("FIRST", .choice(SampleFormat.self), summary: "May be there.")
  static let rest = Operand.many("REST", .text, atLeast: 2, summary: "Two or more.")

  static let specification = CommandSpecification(
    name: "certify", summary: "Prove.", operands: [first, rest], options: [voters])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    guard arguments[voters] != nil else { throw .usage("how many voters? give --voters N") }
    return .success
  }
}
