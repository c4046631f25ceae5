import Testing

@testable import CommandLineTool

/// What holds for every command of the table, so that a new one needs no test of its own for it.
struct ProgramTableTests {
  @Test(arguments: [Program.quorumlab, .sample])
  func commandsHaveNamesOfTheirOwn(program: Program) {
    #expect(Set(program.commandNames).count == program.commandNames.count)
    #expect(program.commandNames.allSatisfy(isKebabCase))
  }

  @Test(arguments: [Program.quorumlab, .sample])
  func optionsAreNamedOnceInKebabCase(program: Program) {
    for command in program.commands.map({ $0.specification }) {
      let names = command.options.map(\.name)
      #expect(Set(names).count == names.count, "\(command.name)")
      #expect(names.allSatisfy(isKebabCase), "\(command.name)")
    }
  }

  @Test(arguments: [Program.quorumlab, .sample])
  func defaultsAreValuesThatTheOptionTakes(program: Program) {
    for option in program.commands.flatMap({ $0.specification.options }) {
      if case .words = option.value?.completion, let text = option.defaultText {
        #expect(option.value?.accepts(text) == true, "--\(option.name)")
      }
    }
  }

  @Test(arguments: [Program.quorumlab, .sample])
  func wordsThatShellsCompleteNeedNoQuotes(program: Program) {
    for command in program.commands.map({ $0.specification }) {
      let values = command.options.compactMap(\.value) + command.operands.map(\.value)
      for case .words(let words) in values.map(\.completion) {
        #expect(!words.isEmpty)
        #expect(words.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_.+-]+/) != nil })
      }
    }
  }

  @Test(arguments: [Program.quorumlab, .sample])
  func summariesAreSentences(program: Program) {
    for command in program.commands.map({ $0.specification }) {
      let summaries =
        [command.summary] + command.options.map(\.summary) + command.operands.map(\.summary)
      #expect(summaries.allSatisfy { $0.hasSuffix(".") && !$0.contains("\n") })
    }
  }

  private func isKebabCase(_ name: String) -> Bool {
    name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
  }
}

extension Program: CustomTestStringConvertible {
  /// The name, by which test reports tell programs apart.
  public var testDescription: String { name }
}
