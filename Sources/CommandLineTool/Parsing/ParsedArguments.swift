/// A command line that fits its command: every text checked, every count within its limits.
struct ParsedArguments: Sendable {
  let program: Program
  private let command: CommandSpecification
  private let optionTexts: [String: [String]]
  private let operandTexts: [String: [String]]

  init(
    program: Program, command: CommandSpecification,
    optionTexts: [String: [String]], operandTexts: [String: [String]]
  ) {
    self.program = program
    self.command = command
    self.optionTexts = optionTexts
    self.operandTexts = operandTexts
  }

  /// What an option of the command was given.
  subscript<Value>(option: Option<Value>) -> Value {
    let name = option.specification.name
    precondition(
      command.options.contains { $0.name == name }, "\(command.name) does not list --\(name)")
    return option.collect(optionTexts[name] ?? [])
  }

  /// What an operand of the command was given.
  subscript<Value>(operand: Operand<Value>) -> Value {
    let name = operand.specification.name
    precondition(
      command.operands.contains { $0.name == name }, "\(command.name) does not list \(name)")
    return operand.collect(operandTexts[name] ?? [])
  }
}
