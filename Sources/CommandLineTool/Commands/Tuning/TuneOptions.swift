import Consensus
import Forms
import JSON
import Scenarios
import Text
import Tuning

/// The options that say what `tune` is asked; each changes the key `tune` of the scenario.
enum TuneOptions {
  static let search = Option.repeated(
    "search", .searchedField,
    summary: """
      Try other values of a field of config or safeguards: all, values with commas between them, or \
      a range in JSON with from and to.
      """)
  static let adversaries = Option.optional(
    "adversaries",
    .init(placeholder: "WHO", expectation: "a word or a file", completion: .files) {
      $0.isEmpty ? nil : $0
    }, otherwise: "standard",
    summary: """
      Who takes the seats: standard, causal, worst, or a JSON file with a list of groups without \
      count; several with commas between them.
      """)
  static let faults = Option.optional(
    "faults", .integer(in: 1...ScenarioLimits.votersMax),
    otherwise: "the byzantine and colluding voters",
    summary: "How many honest voters are seats, the most accurate first.")
  static let seats = Option.repeated(
    "seats", .seats, summary: "How many voters of a group are seats.")
  static let objectives = Option.repeated(
    "objective", .text,
    summary: "A metric that should be as good as possible, at worst over all adversaries.")
  static let constraints = Option.repeated(
    "constraint", .constraint, summary: "A limit on the worst value of a metric.")
  static let trialsMax = Option.optional(
    "max-trials", .integer(in: 0...ScenarioLimits.trialsMax),
    otherwise: TunePlan.usualTrialsMax.grouped,
    summary: "The most trials of all configurations and adversaries together.")
  static let allPairs = Option.flag(
    "all-pairs", summary: "Write all pairs of a configuration and an adversary to pairs.csv.")
  static let sensitivity = Option.flag(
    "sensitivity", summary: "Say how much each searched field matters, also in sensitivity.csv.")

  static let all: [any OptionDeclaration] = [
    search, adversaries, faults, seats, objectives, constraints, trialsMax, allPairs,
    sensitivity,
  ]

  /// A name with something behind `=`.
  struct Assignment: Sendable {
    let name: String
    let value: String
    let text: String

    init?(_ text: String) {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { return nil }
      name = String(text[..<equals])
      value = String(text[text.index(after: equals)...])
      self.text = text
      if value.isEmpty { return nil }
    }
  }

  /// A metric with a limit.
  struct Constraint: Sendable {
    let json: JSONValue
    let text: String

    init?(_ text: String) {
      for (sign, key) in [("<=", "at_most"), (">=", "at_least")] {
        let parts = text.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { continue }
        json = .object([
          "metric": .string(String(parts[0])),
          key: ScenarioOverride.value(parsing: String(parts[1])),
        ])
        self.text = text
        return
      }
      return nil
    }
  }

  /// What the options of a command line change.
  static func overrides(
    _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> [ScenarioOverride] {
    var overrides: [ScenarioOverride] = []
    func change(_ key: String, _ value: JSONValue, _ option: OptionSpecification, _ text: String) {
      overrides.append(
        ScenarioOverride(path: "tune.\(key)", json: value, option: option.flag, argument: text))
    }
    for field in arguments[search] {
      let key = RuleField.named(field.name)?.key ?? field.name
      change(
        "search.\(key)", ScenarioOverride.value(parsing: field.value), search.specification,
        field.text)
    }
    if let who = arguments[adversaries] {
      change(
        "adversaries", try adversaries(who, arguments, in: console), adversaries.specification, who)
    }
    if let count = arguments[faults] {
      change("faults", JSONValue(count), faults.specification, String(count))
    }
    for seat in arguments[seats] {
      change(
        "seats.\(seat.name)", ScenarioOverride.value(parsing: seat.value), seats.specification,
        seat.text)
    }
    let objectives = arguments[objectives]
    if !objectives.isEmpty {
      change(
        "objectives", .array(objectives.map { .string($0) }), Self.objectives.specification,
        objectives.joined(separator: " "))
    }
    let constraints = arguments[constraints]
    if !constraints.isEmpty {
      change(
        "constraints", .array(constraints.map(\.json)), Self.constraints.specification,
        constraints.map(\.text).joined(separator: " "))
    }
    if let count = arguments[trialsMax] {
      change("max_trials", JSONValue(count), trialsMax.specification, String(count))
    }
    if arguments[allPairs] { change("all_pairs", true, allPairs.specification, "") }
    if arguments[sensitivity] { change("sensitivity", true, sensitivity.specification, "") }
    return overrides
  }

  /// The adversaries of words and files.
  private static func adversaries(
    _ text: String, _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> JSONValue {
    let words = TuneRequest.wordsOfAdversaries
    var all: [JSONValue] = []
    for part in text.split(separator: ",").map(String.init) {
      if words.contains(part) {
        all.append(.string(part))
        continue
      }
      let input = InputPath.file(part)
      do throws(CommandFailure) {
        let bytes = try ScenarioInput.text(of: input, in: console)
        do throws(TextProblems) {
          all += try TuneRequest.adversaries(parsing: bytes, arguments.program.vocabulary)
        } catch {
          throw CommandFailure(.badInput, error.problems.map { "\(input):\($0)" })
        }
      } catch {
        if error.status != .noInput { throw error }
        throw CommandFailure(
          .noInput,
          error.messages.map {
            "\($0); --adversaries takes \(words.listed(with: "or")), or a file with groups of voters"
          })
      }
    }
    return .array(all)
  }
}
