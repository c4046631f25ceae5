/// Writes the completion script for fish.
struct FishCompletion {
  let program: Program

  var script: String {
    """
    # TAB completion of \(program.name) \(program.version) for fish.

    # Whether the command given so far is this one; '' for none.
    function __\(program.name)_command
        set -l words (commandline -opc | string match -v -- --no-color)
        test "$words[2]" = "$argv[1]"
    end

    complete -c \(program.name) -f

    \(lines(for: nil, program.options, []).joined(separator: "\n"))
    \(program.specifications.map { commandLine($0) }.joined(separator: "\n"))

    \(program.specifications.map { block(for: $0) }.joined(separator: "\n\n"))

    """
  }

  private func commandLine(_ command: CommandSpecification) -> String {
    "\(start(for: nil)) -a \(command.name) -d \(inQuotes(command.summary))"
  }

  private func block(for command: CommandSpecification) -> String {
    lines(for: command.name, command.options, command.operands).joined(separator: "\n")
  }

  private func lines(
    for command: String?, _ options: [OptionSpecification], _ operands: [OperandSpecification]
  ) -> [String] {
    let start = start(for: command)
    let options = options.map { option in
      let short = option.shortName.map { " -s \($0)" } ?? ""
      let value = option.value.map { " \(demand($0.completion))" } ?? ""
      return "\(start)\(short) -l \(option.name)\(value) -d \(inQuotes(option.summary))"
    }
    let operands = operands.compactMap { operand in
      offer(operand.value.completion).map { "\(start) \($0)" }
    }.reduce(into: [String]()) { lines, line in
      if !lines.contains(line) { lines.append(line) }
    }
    return options + operands
  }

  private func start(for command: String?) -> String {
    "complete -c \(program.name) -n '__\(program.name)_command \(command ?? #"\'\'"#)'"
  }

  /// The value of an option: a file, or only the offered words.
  private func demand(_ completion: Completion) -> String {
    switch completion {
    case .files: "-r -F"
    default: ["-x", offer(completion)].compactMap(\.self).joined(separator: " ")
    }
  }

  private func offer(_ completion: Completion) -> String? {
    switch completion {
    case .none: nil
    case .files: "-F"
    case .directories: "-a '(__fish_complete_directories)'"
    case .topics:
      "-a '\((program.commandNames + HelpTopic.allCases.map(\.rawValue)).joined(separator: " "))'"
    case .words(let words): "-a '\(words.joined(separator: " "))'"
    }
  }

  private func inQuotes(_ text: String) -> String {
    "'\(text.replacing("\\", with: #"\\"#).replacing("'", with: #"\'"#))'"
  }
}
