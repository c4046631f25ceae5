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
    summary: """
      Change a field; the path is keys and group names with dots between them, and the value is \
      JSON, a fraction such as 2/3, or a text.
      """)

  static let sweep = Option.repeated(
    "sweep", .axis,
    summary: """
      Add an axis to the sweep, or replace the axis of the same path; the values are as for --set, \
      with commas between them. Of an axis of variants, keep those with these labels.
      """)

  static let seed = Option.optional(
    "seed", .integer(in: 0...UInt64.max), otherwise: "the scenario's",
    summary: "The seed of all random draws.")

  static let trials = Option.optional(
    "trials", .integer(in: 1...ScenarioLimits.trialsMax), otherwise: "the scenario's",
    summary: "The number of trials of each cell.")

  static let strict = Option.flag(
    "strict", summary: "Treat warnings as problems: what is allowed, but hardly meant, is refused.")

  /// A scenario as read.
  struct Source {
    let input: InputPath
    let file: ScenarioFile
    /// What is allowed, but hardly meant.
    let warnings: [TextProblem]
    let places: ExpectationPlaces
  }

  /// Reads scenarios, and warns of what is hardly meant; throws all problems of all files.
  ///
  /// - Parameter isQuiet: whether warnings are not printed.
  static func readWarning(
    _ inputs: [InputPath], _ arguments: ParsedArguments, isQuiet: Bool = false, in console: Console
  ) throws(CommandFailure) -> [ScenarioFile] {
    let sources = try read(inputs, overrides(arguments), arguments.program.vocabulary, in: console)
    try warn(sources, arguments, isQuiet: isQuiet, in: console)
    return sources.map(\.file)
  }

  /// Prints the warnings of scenarios; with `--strict` they are problems.
  static func warn(
    _ sources: [Source], _ arguments: ParsedArguments, isQuiet: Bool, in console: Console
  ) throws(CommandFailure) {
    if arguments[strict] {
      let problems = sources.flatMap { source in source.warnings.map { "\(source.input):\($0)" } }
      if !problems.isEmpty { throw CommandFailure(.badInput, problems) }
    }
    if isQuiet { return }
    let label = console.style(for: .standardError).warning("warning:")
    for source in sources {
      for warning in source.warnings {
        console.writeError(
          "\(source.input):\(warning.place): \(label) \(warning.path): \(warning.message)\n")
      }
    }
  }

  /// Reads scenarios; throws all problems of all files.
  static func read(
    _ inputs: [InputPath], _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> [ScenarioFile] {
    try read(inputs, overrides(arguments), arguments.program.vocabulary, in: console).map(\.file)
  }

  /// Reads scenarios with their texts; throws all problems of all files.
  static func read(
    _ inputs: [InputPath], _ overrides: [ScenarioOverride], _ vocabulary: Vocabulary,
    isTuned: Bool = false, in console: Console
  ) throws(CommandFailure) -> [Source] {
    var files: [Source] = []
    var problems: [String] = []
    for input in inputs {
      do throws(ReadFailure) {
        files.append(
          try source(input, overrides, vocabulary, isTuned: isTuned, in: console))
      } catch {
        switch error {
        case .invalid(let own): problems += own.map { "\(input):\($0)" }
        case .unreadable(let failure): throw failure
        }
      }
    }
    guard problems.isEmpty else { throw CommandFailure(.badInput, problems) }
    return files
  }

  /// Why a scenario is not read.
  enum ReadFailure: Error {
    /// It is not valid.
    case invalid([TextProblem])
    /// There is no text to read.
    case unreadable(CommandFailure)
  }

  /// Reads one scenario.
  static func source(
    _ input: InputPath, _ overrides: [ScenarioOverride], _ vocabulary: Vocabulary,
    isTuned: Bool = false, in console: Console
  ) throws(ReadFailure) -> Source {
    let text: [UInt8]
    do throws(CommandFailure) {
      text = try self.text(of: input, in: console)
    } catch {
      throw .unreadable(error)
    }
    do throws(TextProblems) {
      return try source(input, text, overrides, vocabulary, isTuned: isTuned)
    } catch {
      throw .invalid(error.problems)
    }
  }

  /// The text of a scenario.
  static func text(of input: InputPath, in console: Console) throws(CommandFailure) -> [UInt8] {
    try console.read(input, byteCountMax: ScenarioLimits.fileByteCountMax)
  }

  /// The scenario in a text.
  static func source(
    _ input: InputPath, _ text: [UInt8], _ overrides: [ScenarioOverride], _ vocabulary: Vocabulary,
    isTuned: Bool = false
  ) throws(TextProblems) -> Source {
    let (file, warnings, places) = try ScenarioFile.checked(
      text, overrides: overrides, vocabulary: vocabulary, isTuned: isTuned)
    return Source(input: input, file: file, warnings: warnings, places: places)
  }

  /// What the options of a command line change, in order.
  ///
  /// - Parameter own: what is changed in one of several scenarios only, after what is changed in
  ///   all.
  static func overrides(
    _ arguments: ParsedArguments, and own: [ScenarioOverride] = []
  ) -> [ScenarioOverride] {
    var overrides = arguments[set] + own + arguments[sweep]
    if let seed = arguments[seed] {
      overrides.append(ScenarioOverride(path: "seed", value: String(seed)))
    }
    if let trials = arguments[trials] {
      overrides.append(ScenarioOverride(path: "trials", value: String(trials)))
    }
    return overrides
  }
}
