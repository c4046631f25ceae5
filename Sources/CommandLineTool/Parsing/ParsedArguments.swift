/// A command line that matches its command: all values and counts are checked.
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

  /// The value of an option of the command.
  subscript<Value>(option: Option<Value>) -> Value {
    let name = option.specification.name
    precondition(
      command.options.contains { $0.name == name }, "\(command.name) does not list --\(name)")
    return option.collect(optionTexts[name] ?? [])
  }

  /// The value of an operand of the command.
  subscript<Value>(operand: Operand<Value>) -> Value {
    let name = operand.specification.name
    precondition(
      command.operands.contains { $0.name == name }, "\(command.name) does not list \(name)")
    return operand.collect(operandTexts[name] ?? [])
  }
}
