/// Writes the completion script for bash, from version 3.2 (macOS) on.
struct BashCompletion {
  let program: Program

  var script: String {
    """
    # TAB completion of \(program.name) \(program.version) for bash.

    _\(program.name)() {
    \(Self.reading)
      local commands='\(program.commandNames.joined(separator: " "))'
      local options='\(flags(program.options))' valued=
      case $command in
    \(program.specifications.map { optionsCase($0) }.joined(separator: "\n"))
      esac

    \(Self.locating)
      # What belongs there: words, or one of the marks <files>, <directories> and <none>.
      local wanted='<none>'
      if [[ -n $option ]]; then
        case "$command $option" in
    \(program.specifications.flatMap { valueCases($0) }.joined(separator: "\n"))
        esac
      elif [[ -z $ended && $current == -* ]]; then
        wanted=$options
      elif [[ -z $command ]]; then
        wanted=$commands
      else
        [[ -n $ended ]] || wanted=$options
        case "$command $operands" in
    \(program.specifications.flatMap { operandCases($0) }.joined(separator: "\n"))
        esac
      fi

    \(Self.replying)
    }

    complete -o default -F _\(program.name) \(program.name)

    """
  }

  private func optionsCase(_ command: CommandSpecification) -> String {
    let valued = command.options.filter { $0.value != nil }
    return "    \(command.name)) options='\(flags(command.options))' valued='\(flags(valued))' ;;"
  }

  private func valueCases(_ command: CommandSpecification) -> [String] {
    command.options.compactMap { option in
      option.value.flatMap { wanted($0.completion) }
        .map { "      '\(command.name) \(option.flag)') wanted=\($0) ;;" }
    }
  }

  private func operandCases(_ command: CommandSpecification) -> [String] {
    var position = 0
    return command.operands.compactMap { operand in
      let place = operand.countMax == nil ? " '*" : " \(position)'"
      position += operand.countMax ?? 0
      return wanted(operand.value.completion)
        .map { "      '\(command.name)\(place)) wanted=\($0) ;;" }
    }
  }

  private func wanted(_ completion: Completion) -> String? {
    switch completion {
    case .none: nil
    case .files: "'<files>'"
    case .directories: "'<directories>'"
    case .topics: "\"$commands \(HelpTopic.allCases.map(\.rawValue).joined(separator: " "))\""
    case .words(let words): "'\(words.joined(separator: " "))'"
    }
  }

  private func flags(_ options: [OptionSpecification]) -> String {
    options.map(\.flag).joined(separator: " ")
  }
}

extension BashCompletion {
  /// Finds the words up to the cursor, and the command among them.
  private static let reading = #"""
      local words=() word glue=
      # Bash takes --name=value apart at the equals sign; put it together again.
      for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ ${#words[@]} -gt 0 && ( $word == = || -n $glue ) ]]; then
          words[${#words[@]}-1]+=$word
        else
          words+=("$word")
        fi
        [[ $word == = ]] && glue=1 || glue=
      done
      while [[ ${#words[@]} -gt 1 && ${words[0]} == --no-color ]]; do
        words=("${words[@]:1}")
      done
      local count=${#words[@]} current=${words[${#words[@]}-1]} command=
      (( count > 1 )) && command=${words[0]}

    """#

  /// Finds what the cursor is on: the value of an option, or an operand and its number.
  private static let locating = #"""
      local index operands=0 option= ended= prefix=
      for (( index = 1; index < count - 1; index++ )); do
        word=${words[index]}
        if [[ -n $ended || $word == - || $word != -* ]]; then
          (( operands++ ))
        elif [[ $word == -- ]]; then
          ended=1
        elif [[ " $valued " == *" $word "* ]]; then
          (( ++index < count - 1 )) || option=$word
        fi
      done
      if [[ -z $ended && -z $option && $current == --*=* ]]; then
        option=${current%%=*} current=${current#*=}
        [[ $COMP_WORDBREAKS == *=* ]] || prefix=$option=
      fi

    """#

  /// Answers with the wanted words that begin with the current word.
  private static let replying = #"""
      COMPREPLY=()
      case $wanted in
        # No answer at all makes bash offer files, as it was told to by `-o default`.
        '<files>') ;;
        '<directories>') compopt +o default -o dirnames 2>/dev/null ;;
        *)
          compopt +o default 2>/dev/null
          [[ $wanted == '<none>' ]] ||
            COMPREPLY=($(compgen -W "$wanted" -P "$prefix" -- "$current"))
          ;;
      esac
    """#
}
