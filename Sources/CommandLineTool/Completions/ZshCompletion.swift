/// Writes the completion script for zsh, which may be autoloaded or sourced.
struct ZshCompletion {
  let program: Program

  var script: String {
    """
    #compdef \(program.name)
    # TAB completion of \(program.name) \(program.version) for zsh.

    _\(program.name)_commands() {
      local -a commands=(
    \(program.specifications.map { item($0.name, $0.summary) }.joined(separator: "\n"))
      )
      _describe -t commands command commands
    }

    _\(program.name)_topics() {
      local -a topics=(
    \(HelpTopic.allCases.map { item($0.rawValue, $0.meaning) }.joined(separator: "\n"))
      )
      _\(program.name)_commands
      _describe -t topics topic topics
    }

    _\(program.name)() {
      # What stands before the command is passed over, so that each command begins the line.
      while (( CURRENT > 2 )) && [[ $words[2] == --no-color ]]; do
        shift words
        (( CURRENT-- ))
      done
      if (( CURRENT == 2 )); then
        _arguments \\
    \(arguments(program.options, indent: 6)) \\
          '1:command:_\(program.name)_commands'
        return
      fi
      shift words
      (( CURRENT-- ))
      case $words[1] in
    \(program.specifications.map { commandCase($0) }.joined(separator: "\n"))
      esac
    }

    if [[ $funcstack[1] == _\(program.name) ]]; then
      _\(program.name) "$@"
    else
      compdef _\(program.name) \(program.name)
    fi

    """
  }

  private func item(_ name: String, _ meaning: String) -> String {
    "    \(inQuotes("\(name):\(escaped(meaning, ["\\"]))"))"
  }

  private func commandCase(_ command: CommandSpecification) -> String {
    let operands = command.operands.map { "        \(operandArgument($0))" }
    return """
          \(command.name))
            _arguments -S \\
      \(([arguments(command.options, indent: 8)] + operands).joined(separator: " \\\n")) ;;
      """
  }

  private func arguments(_ options: [OptionSpecification], indent: Int) -> String {
    options.flatMap { option in option.spellings.map { argument(option, spelled: $0) } }
      .map { String(repeating: " ", count: indent) + $0 }
      .joined(separator: " \\\n")
  }

  private func argument(_ option: OptionSpecification, spelled spelling: String) -> String {
    let others = option.spellings.count > 1 ? "(\(option.spellings.joined(separator: " ")))" : ""
    let repeated = option.isRepeatable ? "*" : others
    let description = escaped(option.summary, ["\\", "[", "]", ":"])
    var spec = "\(repeated)\(spelling)"
    if let value = option.value {
      let name = escaped(option.placeholder ?? "", ["\\", ":"])
      spec += "=[\(description)]:\(name):\(action(value.completion))"
    } else {
      spec += "[\(description)]"
    }
    return inQuotes(spec)
  }

  private func operandArgument(_ operand: OperandSpecification) -> String {
    let position =
      switch (operand.countMin, operand.countMax) {
      case (_, nil): "*:"
      case (0, _): "::"
      default: ":"
      }
    return inQuotes("\(position)\(operand.name):\(action(operand.value.completion))")
  }

  private func action(_ completion: Completion) -> String {
    switch completion {
    case .none: " "
    case .files: "_files"
    case .directories: "_files -/"
    case .topics: "_\(program.name)_topics"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  private func escaped(_ text: String, _ special: Set<Character>) -> String {
    text.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func inQuotes(_ text: String) -> String {
    "'\(text.replacing("'", with: #"'\''"#))'"
  }
}
