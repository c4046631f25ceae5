@testable import CommandLineTool

/// The arguments of a command line of the sample program, split at spaces.
func parsed(_ line: String) throws(CommandFailure) -> ParsedArguments {
  try parsed(line.split(separator: " ").map(String.init))
}

/// The arguments of a command line of the sample program.
func parsed(_ words: [String]) throws(CommandFailure) -> ParsedArguments {
  guard let command = Program.sample.command(named: words[0]) else {
    preconditionFailure("the sample program has no command \(words[0])")
  }
  var parser = ArgumentParser(command.specification, of: .sample)
  return try parser.parse(words.dropFirst())
}

/// The problems of a command line of the sample program; none if it is right.
func problems(of line: String) -> [String] {
  problems(of: line.split(separator: " ").map(String.init))
}

/// The problems of a command line of the sample program; none if it is right.
func problems(of words: [String]) -> [String] {
  do throws(CommandFailure) {
    _ = try parsed(words)
    return []
  } catch {
    return error.messages
  }
}
