import Agents
import Consensus
import Experiments
import Forms
import Guarantees
import JSON
import Scenarios
import Text

/// What to certify: voters given on the command line, or the cells of scenarios.
enum CertifyInput {
  static let scenarios = Operand.many(
    "SCENARIO", .inputFile, atLeast: 0,
    summary: "Scenario files in JSON, to certify each of their cells; - is standard input.")

  static let voters = Option.optional(
    "voters", .integer(in: 1...ScenarioLimits.votersMax), summary: "The number of voters.")
  static let weights = Option.optional(
    "weights", .weights, otherwise: "all 1", summary: "The weight of each voter's vote.")
  static let mode = Option.value(
    "mode", .choice(VoteCounting.self), default: "either",
    summary: "Who counts the votes: one ballot box, a replica for each honest voter, or not said.")
  static let config = Option.optional(
    "config", .settings, otherwise: "that of the protocol", summary: "The configuration.")
  static let safeguards = Option.optional(
    "safeguards", .settings, otherwise: "none", summary: "The safeguards.")
  static let accuracy = Option.optional(
    "accuracy", .number(in: 0...1), otherwise: "1",
    summary: "How often each honest voter is right.")
  static let abstain = Option.optional(
    "abstain", .number(in: 0...1), otherwise: "0", summary: "How often each honest voter abstains.")
  static let correlation = Option.optional(
    "correlation", .number(in: 0...1), otherwise: "0",
    summary: "How often an honest voter sees what all see, instead of the facts.")
  static let risks = Option.optional(
    "risk", .risks, otherwise: "0.01,0.001,1e-6 if it is said how voters err",
    summary: "The largest probabilities with which a guarantee may break.")
  static let frontier = Option.flag(
    "frontier", summary: "Show how often each guarantee breaks, by the number of faulty voters.")
  static let cell = Option.optional(
    "cell", .integer(in: 1...ScenarioLimits.cellsMax), otherwise: "all",
    summary: "The number of the only cell to certify, which is shown in full.")

  /// What is certified.
  enum Subject {
    /// Voters and rules from the command line.
    case voters(GuaranteeQuestion)
    /// The cells of scenarios.
    case scenarios([ScenarioFile])
  }

  /// What must be certified.
  static func subject(
    _ arguments: ParsedArguments, timing: Timing, in console: Console
  ) throws(CommandFailure) -> Subject {
    if arguments[scenarios].isEmpty {
      return .voters(try question(arguments, timing: timing, in: console))
    }
    let isGiven = [
      arguments[voters] != nil, arguments[weights] != nil, arguments[config] != nil,
      arguments[safeguards] != nil, arguments[mode] != .either,
    ]
    if isGiven.contains(true) {
      throw .usage(
        "a scenario sets the voters and the rules; use --set PATH=VALUE to change them, or "
          + "--sweep PATH=V,V to try several values")
    }
    let files = try ScenarioInput.read(arguments[scenarios], arguments, in: console)
    if let number = arguments[cell] {
      for file in files where number > file.cells.count {
        throw .usage(
          "\(file.name) has \(file.cells.count.counting("cell")), and --cell \(number) is none of "
            + "them")
      }
    }
    return .scenarios(files)
  }

  /// What is asked about voters who err; nil for nothing.
  static func risk(_ arguments: ParsedArguments) throws(CommandFailure) -> RiskQuestion? {
    let said = [arguments[accuracy], arguments[abstain], arguments[correlation]]
    let isSaid = said.contains { $0 != nil }
    let isScenario = !arguments[scenarios].isEmpty
    if arguments[risks] == nil && !arguments[frontier] && !isSaid { return nil }
    if isScenario && isSaid {
      throw .usage(
        "a scenario says how its voters err; use --set to change it, such as "
          + "--set voters.NAME.accuracy=0.9")
    }
    if !isScenario && !isSaid {
      throw .usage(
        "it is not said how voters err; use --accuracy, --abstain, --correlation or a scenario")
    }
    let role = HonestRole(
      accuracy: Accuracy(arguments[accuracy] ?? 1), abstain: arguments[abstain] ?? 0,
      correlation: arguments[correlation] ?? 0)
    return RiskQuestion(
      risks: arguments[risks] ?? [0.01, 0.001, 1e-6], role: isScenario ? nil : role,
      isFrontierAsked: arguments[frontier])
  }

  private static func question(
    _ arguments: ParsedArguments, timing: Timing, in console: Console
  ) throws(CommandFailure) -> GuaranteeQuestion {
    if arguments[cell] != nil { throw .usage("--cell needs a scenario") }
    if let change = (arguments[ScenarioInput.set] + arguments[ScenarioInput.sweep]).first {
      throw .usage("\(change.option) needs a scenario; without one, use --config and --safeguards")
    }
    let listed = try arguments[weights].map { source throws(CommandFailure) in
      try read(source, in: console)
    }
    guard let count = arguments[voters] ?? listed?.count else {
      throw .usage("no voters are given; use --voters, --weights or a scenario")
    }
    let weights = listed ?? Array(repeating: 1, count: count)
    guard weights.count == count else {
      throw .usage("--voters is \(count), but --weights has \(weights.count) voters")
    }
    let config = try settings(arguments[config], named: "--config", in: console) {
      bytes throws(TextProblems) in try ConsensusConfig(parsing: bytes)
    }
    let safeguards = try settings(arguments[safeguards], named: "--safeguards", in: console) {
      bytes throws(TextProblems) in try Safeguards(parsing: bytes)
    }
    return GuaranteeQuestion(
      weights: weights, config: config ?? .standard, safeguards: safeguards ?? .none,
      timing: timing, counting: arguments[mode])
  }

  private static func read(
    _ source: WeightsSource, in console: Console
  ) throws(CommandFailure) -> [Double] {
    switch source {
    case .list(let weights): return weights
    case .file(let input):
      let bytes = try console.read(input, byteCountMax: ScenarioLimits.fileByteCountMax)
      let list = WeightsList(bytes)
      if !list.problems.isEmpty {
        throw CommandFailure(.badInput, list.problems.map { "\(input):\($0)" })
      }
      return list.weights
    }
  }

  private static func settings<Settings>(
    _ source: SettingsSource?, named option: String, in console: Console,
    _ read: ([UInt8]) throws(TextProblems) -> Settings
  ) throws(CommandFailure) -> Settings? {
    guard let source else { return nil }
    let (bytes, place) =
      switch source {
      case .text(let text): (Array(text.utf8), option)
      case .file(let input):
        (try console.read(input, byteCountMax: ScenarioLimits.fileByteCountMax), "\(input)")
      }
    do throws(TextProblems) {
      return try read(bytes)
    } catch {
      throw CommandFailure(.badInput, error.problems.map { "\(place):\($0)" })
    }
  }
}
