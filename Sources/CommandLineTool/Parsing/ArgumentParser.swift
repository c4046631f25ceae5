import Text

/// Reads the words after the name of a command, and collects all problems.
struct ArgumentParser {
  private let program: Program
  private let command: CommandSpecification
  private var optionTexts: [String: [String]] = [:]
  private var operandTexts: [String: [String]] = [:]
  private var problems: [String] = []

  init(_ command: CommandSpecification, of program: Program) {
    self.program = program
    self.command = command
  }

  /// The arguments of the command.
  ///
  /// - Throws: All problems, as one failure.
  mutating func parse(_ words: ArraySlice<String>) throws(CommandFailure) -> ParsedArguments {
    var words = words
    var operands: [String] = []
    var understoodAllOptions = true
    while let word = words.popFirst() {
      if word == "--" {
        operands += words
        break
      } else if word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if !takeOption(word, valueFrom: &words) {
        understoodAllOptions = false
      }
    }
    for option in command.options where option.isRequired && optionTexts[option.name] == nil {
      problems.append("option '\(option.synopsis)' is missing")
    }
    // After an unknown option, the next word may be its value or an operand.
    if understoodAllOptions { assign(operands) }

    guard problems.isEmpty else { throw CommandFailure(.usage, problems) }
    return ParsedArguments(
      program: program, command: command, optionTexts: optionTexts, operandTexts: operandTexts)
  }

  // MARK: Options

  /// Reads an option, and its value if that is the next word; false if the option is unknown.
  private mutating func takeOption(
    _ word: String, valueFrom words: inout ArraySlice<String>
  ) -> Bool {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let flag = String(parts[0])
    let attached = parts.count == 2 ? String(parts[1]) : nil
    guard let option = command.options.first(where: { $0.flag == flag }) else {
      problems.append(program.problem(withUnknownOption: flag, of: command))
      return false
    }
    guard let value = option.value else {
      if let attached {
        problems.append("option '\(flag)' takes no value, but has \(quoted(attached))")
      }
      optionTexts[option.name] = [""]
      return true
    }
    // A word with two dashes is the next option, not a value; `--name=--text` gives it as a value.
    let following = words.first.flatMap { $0.hasPrefix("--") ? nil : $0 }
    if attached == nil && following != nil { words.removeFirst() }
    take(attached ?? following, of: value, for: option)
    return true
  }

  private mutating func take(
    _ text: String?, of value: ValueSyntax, for option: OptionSpecification
  ) {
    if !option.isRepeatable && optionTexts[option.name] != nil {
      problems.append("option '\(option.flag)' may be given only once")
    }
    if let text {
      check(text, against: value, named: "option '\(option.flag)'")
    } else {
      problems.append("option '\(option.flag)' needs a value: \(value.expectation)")
    }
    optionTexts[option.name, default: []].append(text ?? "")
  }

  // MARK: Operands

  /// Assigns the words to the operands in order: to each as many as it may have, as long as enough
  /// words are left for the operands after it.
  private mutating func assign(_ words: [String]) {
    var rest = words[...]
    var neededLater = command.operands.map(\.countMin).reduce(0, +)
    for operand in command.operands {
      neededLater -= operand.countMin
      // If there are too few words for all, the first operands get theirs.
      let available = max(operand.countMin, rest.count - neededLater)
      let taken = rest.prefix(min(available, operand.countMax ?? available))
      rest = rest.dropFirst(taken.count)
      operandTexts[operand.name] = Array(taken)
      for text in taken { check(text, against: operand.value, named: operand.name) }
      if taken.count < operand.countMin {
        let number = operand.countMin > 1 ? ": at least \(operand.countMin) are needed" : ""
        problems.append("operand \(operand.name) is missing\(number)")
      }
    }
    if let surplus = rest.first { problems.append(problem(withSurplus: surplus)) }
  }

  private func problem(withSurplus word: String) -> String {
    let allowed = command.operands.map(\.synopsis).joined(separator: " ")
    return "unexpected operand \(quoted(word)); '\(program.name) \(command.name)' takes "
      + (allowed.isEmpty ? "none" : "only \(allowed)")
  }

  private mutating func check(_ text: String, against value: ValueSyntax, named name: String) {
    guard !value.accepts(text) else { return }
    var suggestion = ""
    if case .words(let words) = value.completion {
      suggestion = didYouMean(closestSpelling(to: text, among: words))
    }
    problems.append("\(name) expects \(value.expectation), not \(quoted(text))\(suggestion)")
  }
}
