import Text

extension Program {
  /// Runs the command line of this process, and ends the process.
  public func main() async -> Never {
    let console = Console(device: SystemDevice())
    let status = await run(Array(CommandLine.arguments.dropFirst()), in: console)
    SystemDevice.exit(with: status)
  }

  /// Runs a command line, and returns the exit status.
  func run(_ arguments: [String], in console: Console) async -> ExitStatus {
    var console = console
    console.forbidsColor = asked(for: .noColor, in: arguments)
    // Only this option may come before the command as well as after it.
    let words = Array(arguments.drop { $0 == OptionSpecification.noColor.flag })
    guard let first = words.first else {
      console.writeError(HelpText(of: self, for: .standardError, of: console).text())
      return .usage
    }

    let command = command(named: first)
    var status: ExitStatus
    var failures: [CommandFailure] = []
    do throws(CommandFailure) {
      status = try await answer(words, command, in: console)
    } catch {
      status = error.status
      failures.append(error)
    }
    do throws(CommandFailure) {
      try console.flush()
    } catch {
      // A verdict is more important than the fact that its output was not read to the end.
      if status == .success { status = error.status }
      if !failures.contains(error) { failures.append(error) }
    }
    for failure in failures { report(failure, of: command, in: console) }
    return status
  }

  private func answer(
    _ words: [String], _ command: (any Command.Type)?, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    if asked(for: .help, in: words) {
      let isTopicFirst = !words[0].hasPrefix("-")
      let topic = isTopicFirst ? words[0] : words.first { self.command(named: $0) != nil }
      try console.write(try help(about: topic, in: console))
      return .success
    }
    if asked(for: .version, in: words) {
      try console.write("\(name) \(version)\n")
      return .success
    }
    guard let command else { throw .usage(problem(withFirstWord: words[0])) }
    var parser = ArgumentParser(specification(of: command), of: self)
    return try await command.run(try parser.parse(words.dropFirst()), in: console)
  }

  /// The help text of a command, or of the program where none is named.
  func help(about commandName: String?, in console: Console) throws(CommandFailure) -> String {
    let help = HelpText(of: self, for: .standardOutput, of: console)
    guard let commandName else { return help.text() }
    guard let command = command(named: commandName) else {
      throw .usage(problem(withFirstWord: commandName))
    }
    return help.text(for: specification(of: command))
  }

  /// Whether an option occurs anywhere before `--`.
  ///
  /// A word that begins with `--` is never the value of an option. So this needs no parsing, and
  /// works on a command line with other mistakes.
  private func asked(for option: OptionSpecification, in words: [String]) -> Bool {
    words.prefix { $0 != "--" }.contains { option.spellings.contains($0) }
  }

  /// Prints why a command, or a part of it, cannot go on.
  func report(
    _ failure: CommandFailure, of command: (any Command.Type)?, in console: Console
  ) {
    let place = [name, command?.specification.name].compactMap(\.self).joined(separator: " ")
    // A problem in an input begins with FILE:LINE:COLUMN, where editors and CI expect it.
    let label =
      failure.status == .badInput
      ? "" : console.style(for: .standardError).error("\(place):") + " "
    // Each message is one line, whatever names from files it has.
    var lines = failure.messages.map { "\(label)\($0.shown)\n" }
    if failure.status == .usage { lines.append("see `\(place) --help`\n") }
    console.writeError(lines.joined())
  }
}
