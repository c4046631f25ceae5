import Forms
import Scenarios
import Text

/// The scenarios of all commands that take some: operands, options that change them, and reading.
enum ScenarioInput {
  static let scenarios = Operand.many(
    "SCENARIO", .inputFile, summary: "Scenario files in JSON; - is standard input.")

  static let scenario = Operand.required(
    "SCENARIO", .inputFile, summary: "A scenario file in JSON; - is standard input.")

  static let set = Option.repeated(
    "set", .assignment,
    summary: "Change a field; the path is keys and group names with dots between them."
  )

  static let seed = Option.optional(
    "seed", .integer(in: 0...UInt64.max), otherwise: "the scenario's",
    summary: "The seed of all random draws.")

  static let trials = Option.optional(
    "trials", .integer(in: 1...ScenarioLimits.trialsMax), otherwise: "the scenario's",
    summary: "The number of trials of each cell.")

  /// Reads scenarios; throws all problems of all files.
  static func read(
    _ inputs: [InputPath], _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> [ScenarioFile] {
    try read(inputs, overrides(arguments), arguments.program.vocabulary, in: console).map(\.file)
  }

  /// Reads scenarios with their texts; throws all problems of all files.
  static func read(
    _ inputs: [InputPath], _ overrides: [ScenarioOverride], _ vocabulary: Vocabulary,
    in console: Console
  ) throws(CommandFailure) -> [(file: ScenarioFile, text: [UInt8])] {
    var files: [(file: ScenarioFile, text: [UInt8])] = []
    var problems: [String] = []
    for input in inputs {
      let text = try console.read(input, byteCountMax: ScenarioLimits.fileByteCountMax)
      do throws(TextProblems) {
        files.append(
          (try ScenarioFile(parsing: text, overrides: overrides, vocabulary: vocabulary), text))
      } catch {
        problems += error.problems.map { "\(input):\($0)" }
      }
    }
    guard problems.isEmpty else { throw CommandFailure(.badInput, problems) }
    return files
  }

  private static func overrides(_ arguments: ParsedArguments) -> [ScenarioOverride] {
    var overrides = arguments[set]
    if let seed = arguments[seed] {
      overrides.append(ScenarioOverride(path: "seed", value: String(seed)))
    }
    if let trials = arguments[trials] {
      overrides.append(ScenarioOverride(path: "trials", value: String(trials)))
    }
    return overrides
  }
}
