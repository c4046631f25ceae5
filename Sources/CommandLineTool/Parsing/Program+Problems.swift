import Text

extension Program {
  /// The problem with a word in place of a command.
  func problem(withFirstWord word: String) -> String {
    guard word.hasPrefix("-") else {
      let suggestion = didYouMean(closestSpelling(to: word, among: commandNames))
      let remedy =
        suggestion.isEmpty ? "; the commands are \(commandNames.listed(with: "and"))" : suggestion
      return "unknown command \(quoted(word))\(remedy)"
    }
    let flag = String(word.prefix { $0 != "=" })
    if let taker = commands(taking: flag).first {
      return "option '\(flag)' must come after its command, as in '\(name) \(taker) \(flag)'"
    }
    return problem(withUnknown: flag, among: options, of: name)
  }

  /// What is wrong with a word that stands where a command or a help topic should.
  func problem(withSubject word: String) -> String {
    let names = commandNames + HelpTopic.allCases.map(\.rawValue)
    let suggestion = didYouMean(closestSpelling(to: word, among: names))
    let remedy = suggestion.isEmpty ? "; there is help on \(names.listed(with: "and"))" : suggestion
    return "unknown topic \(quoted(word))\(remedy)"
  }

  /// What is wrong with an option that a command does not have.
  func problem(withUnknownOption flag: String, of command: CommandSpecification) -> String {
    let place = "\(name) \(command.name)"
    let takers = commands(taking: flag).map { "'\(name) \($0)'" }
    guard takers.isEmpty else {
      return "option '\(flag)' belongs to \(takers.listed(with: "and")), not to '\(place)'"
        + didYouMean(command.option(alike: flag))
    }
    return problem(withUnknown: flag, among: command.options, of: place)
  }

  private func problem(
    withUnknown flag: String, among options: [OptionSpecification], of place: String
  ) -> String {
    let flags = options.map(\.flag)
    let suggestion = didYouMean(closestSpelling(to: flag, among: flags))
    let remedy =
      suggestion.isEmpty ? "; '\(place)' takes \(flags.listed(with: "and"))" : suggestion
    return "unknown option \(quoted(flag))\(remedy)"
  }

  private func commands(taking flag: String) -> [String] {
    specifications
      .filter { $0.options.contains { $0.flag == flag } }
      .map(\.name)
  }
}

extension CommandSpecification {
  /// The option that says more or less than another one: `--max-trials` for `--trials`.
  ///
  /// Spelling does not find it, because too many letters differ.
  fileprivate func option(alike flag: String) -> String? {
    let name = flag.drop { $0 == "-" }
    return options.first { $0.name.hasSuffix("-\(name)") || name.hasSuffix("-\($0.name)") }?.flag
  }
}

/// The end of a message, with a suggestion if there is one.
func didYouMean(_ suggestion: String?) -> String {
  suggestion.map { "; did you mean '\($0)'?" } ?? ""
}

/// A word of the user in quotes, without control characters.
func quoted(_ text: String) -> String {
  let visible = text.unicodeScalars.map { scalar in
    scalar.properties.generalCategory == .control ? scalar.escaped(asASCII: true) : String(scalar)
  }
  return "'\(visible.joined())'"
}
